package org.code.aiproxy.provider.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.model.catalogue.CardIndex;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Endpoint;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class CatalogueReaderTests {

    private static final String MAP =
            """
            {
              "sample_spec": {"litellm_provider": "one of many", "mode": "one of many",
                "max_input_tokens": "a number, if known", "deprecation_date": "YYYY-MM-DD"},
              "gpt-7": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 1000,
                "max_output_tokens": 100, "input_cost_per_token": 1e-06,
                "output_cost_per_token": 5e-06, "supports_reasoning": true,
                "supports_response_schema": true, "supports_tool_choice": true,
                "code_interpreter": {"unknown": [1, 2]}},
              "azure/gpt-7": {"litellm_provider": "azure", "mode": "chat",
                "max_input_tokens": 1000, "max_output_tokens": 100},
              "1024-x-1024/gpt-image": {"litellm_provider": "openai", "mode": "image_generation"},
              "eu.vendor.model-20270101-v1:0": {"litellm_provider": "bedrock_converse",
                "mode": "chat", "max_input_tokens": 500, "max_output_tokens": 50,
                "input_cost_per_token": 1.1e-06, "output_cost_per_token": 2.2e-06},
              "vendor.model-20270101-v1:0": {"litellm_provider": "bedrock_converse",
                "mode": "chat", "max_input_tokens": 500, "max_output_tokens": 50,
                "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                "supports_function_calling": true, "supports_tool_choice": true},
              "vendor.unpriced": {"litellm_provider": "bedrock", "mode": "chat",
                "max_input_tokens": 500, "max_output_tokens": 50}
            }
            """;

    @Test
    void readsLiteLlmsMapAsItIs() {
        CardIndex cards = read(MAP);

        assertThat(cards.all())
                .extracting(ModelCard::id)
                .containsExactlyInAnyOrder("gpt-7", "vendor.model", "vendor.unpriced");
        ModelCard model = cards.find("bedrock", "vendor.model-20270101-v1:0").orElseThrow();
        assertThat(model.callName()).isEqualTo("vendor.model-20270101-v1:0");
        assertThat(model.structuredOutput()).contains(StructuredOutput.TOOL);
        assertThat(
                        model.prices()
                                .orElseThrow()
                                .usd(
                                        new Usage(1_000_000, 0),
                                        Tier.STANDARD,
                                        "eu.vendor.model-20270101-v1:0"))
                .isEqualByComparingTo("1.1");
        assertThat(cards.find("bedrock", "vendor.unpriced").orElseThrow().prices()).isEmpty();
        assertThat(cards.find("openai", "gpt-7").orElseThrow().takesTemperature()).isFalse();
    }

    @Test
    void readsCardsOfThisService() {
        ModelCard card =
                read("""
                [{"provider": "openai", "id": "gpt-7", "contextWindow": 1000,
                  "maxOutputTokens": 100, "refuses": ["temperature", "n"],
                  "efforts": ["high", "low"], "structuredOutput": "schema",
                  "forcedTools": false, "endpoints": ["chat", "batch"],
                  "cachedPrefix": 1024, "shutdown": "2030-01-01",
                  "successor": "gpt-8",
                  "price": {"inputUsd": 1, "cachedInputUsd": 0.1, "outputUsd": 5,
                    "flex": {"inputUsd": 0.5, "outputUsd": 2.5},
                    "longContext": {"over": 10, "inputUsd": 2, "outputUsd": 7},
                    "surcharges": {"eu": 1.1}, "asOf": "2026-11-26"}}]
                """)
                        .find("openai", "gpt-7")
                        .orElseThrow();

        assertThat(card.refuses()).containsExactlyInAnyOrder(Parameter.TEMPERATURE, Parameter.N);
        assertThat(card.efforts()).containsExactly(Effort.LOW, Effort.HIGH);
        assertThat(card.thinks()).isTrue();
        assertThat(card.forcedTools()).isFalse();
        assertThat(card.endpoints()).containsExactlyInAnyOrder(Endpoint.CHAT, Endpoint.BATCH);
        assertThat(card.cachedPrefix()).isEqualTo(OptionalInt.of(1024));
        assertThat(card.shutdown()).contains(LocalDate.of(2030, 1, 1));
        Prices prices = card.prices().orElseThrow();
        assertThat(prices.usd(new Usage(10, 0), Tier.STANDARD, "gpt-7"))
                .isEqualByComparingTo("0.00001");
        assertThat(prices.usd(new Usage(10, 0), Tier.STANDARD, "eu.gpt-7"))
                .isEqualByComparingTo("0.000011");
        assertThat(prices.usd(new Usage(11, 0), Tier.STANDARD, "gpt-7"))
                .isEqualByComparingTo("0.000022");
        assertThat(prices.usd(new Usage(10, 0), Tier.FLEX, "gpt-7"))
                .isEqualByComparingTo("0.000005");
    }

    @Test
    void readsCardsInTheirEarlierForm() {
        ModelCard card =
                read("""
                [{"provider": "ollama", "id": "gemma3", "contextWindow": 8192,
                  "maxOutputTokens": 2048, "takesN": false,
                  "takesTemperature": true, "price": {"inputUsd": 0,
                  "outputUsd": 0, "asOf": "2025-11-01"}}]
                """)
                        .find("ollama", "gemma3:latest")
                        .orElseThrow();

        assertThat(card.takesN()).isFalse();
        assertThat(card.takesTemperature()).isTrue();
        assertThat(card.thinks()).isFalse();
        assertThat(card.prices().flatMap(Prices::asOf)).contains(LocalDate.of(2025, 11, 1));
        assertThat(card.callAs()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "3",
                "[{}]",
                "[{\"provider\": \"openai\", \"id\": \"x\"}]",
                "[{\"provider\": \"openai\", \"id\": \"x\", \"contextWindow\": \"many\", \"maxOutputTokens\": 1}]",
                "[{\"provider\": \"openai\", \"id\": \"x\", \"contextWindow\": 1, \"maxOutputTokens\": 1, \"shutdown\": \"soon\"}]",
                "[{\"provider\": \"openai\", \"id\": \"x\", \"contextWindow\": 1, \"maxOutputTokens\": 1, \"efforts\": [\"lots\"]}]"
            })
    void namesAFileThatItCannotRead(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("cards for a test");
    }

    private static CardIndex read(String json) {
        return CatalogueReader.read(
                new ByteArrayResource(json.getBytes(StandardCharsets.UTF_8), "cards for a test"));
    }
}
