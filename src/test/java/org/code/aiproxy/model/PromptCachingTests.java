package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptCachingTests {

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1-mini, false",
        "gpt-4o-2024-11-20, false",
        "gpt-5, false",
        "gpt-5-mini, false",
        "gpt-5.5, false",
        "gpt-5.5-2026-04-01, false",
        "gpt-5.6, true",
        "gpt-5.6-luna, true",
        "gpt-5.10, true",
        "gpt-6, true",
        "gpt-6-luna-2026-09-01, true",
        "o3, false",
        "chatgpt-4o-latest, false",
        "ft:gpt-4.1-mini:org::id, false",
    })
    void needsBreakpointsSinceGpt56(String model, boolean atBreakpoints) {
        assertThat(PromptCaching.openAi(model, OptionalInt.empty()))
                .isEqualTo(new PromptCaching(1024, atBreakpoints));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic.claude-sonnet-4-5-20250929-v1:0",
                "anthropic.claude-3-7-sonnet-20250219-v1:0",
                "anthropic.claude-3-5-haiku-20241022-v1:0",
                "anthropic.claude-sonnet-5-5",
                "amazon.nova-lite-v1:0",
                "amazon.nova-2-lite-v1:0",
            })
    void putsCachePointsWhereModelsTakeThem(String model) {
        assertThat(PromptCaching.bedrock(model, OptionalInt.empty()))
                .contains(new PromptCaching(1024, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic.claude-3-5-sonnet-20240620-v1:0",
                "anthropic.claude-3-haiku-20240307-v1:0",
                "anthropic.claude-v2:1",
                "anthropic.claude-instant-v1",
                "meta.llama3-3-70b-instruct-v1:0",
                "mistral.mistral-large-2407-v1:0",
                "deepseek.r1-v1:0",
                "openai.gpt-oss-120b-1:0",
                "abcdefgh",
            })
    void putsNoCachePointsWhereModelsRefuseThem(String model) {
        assertThat(PromptCaching.bedrock(model, OptionalInt.empty())).isEmpty();
    }

    @Test
    void goesByWhatIsKnownOfTheModel() {
        assertThat(PromptCaching.bedrock("new.model", OptionalInt.of(4096)))
                .contains(new PromptCaching(4096, true));
        assertThat(PromptCaching.openAi("gpt-7", OptionalInt.of(2048)))
                .isEqualTo(new PromptCaching(2048, true));
    }
}
