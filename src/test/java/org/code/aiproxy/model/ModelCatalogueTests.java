package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.code.aiproxy.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class ModelCatalogueTests {

    private static final ModelCatalogue SHIPPED =
            ModelCatalogue.read(List.of(new ClassPathResource("model-catalogue.json")));

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o, gpt-4o",
        "openai, gpt-4o-2024-08-06, gpt-4o",
        "openai, gpt-4o-mini-2024-07-18, gpt-4o-mini",
        "openai, o3-mini, o3-mini",
        "bedrock, anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5",
        "bedrock, anthropic.claude-sonnet-4-20250514-v1:0, anthropic.claude-sonnet-4"
    })
    void findsTheCardThatDescribesAModelBest(String provider, String modelId, String card) {
        assertThat(SHIPPED.find(provider, modelId)).map(ModelCard::id).contains(card);
    }

    @ParameterizedTest
    @CsvSource({"openai, gpt-4ofoo", "bedrock, gpt-4o", "openai, gpt-99"})
    void knowsNothingOfOthers(String provider, String modelId) {
        assertThat(SHIPPED.find(provider, modelId)).isEmpty();
    }

    @Test
    void dealsInPricesWithADate() {
        assertThat(SHIPPED.cards())
                .allSatisfy(card ->
                        assertThat(card.prices().orElseThrow().standard().rates().input())
                                .isPositive()
                                .isLessThanOrEqualTo(
                                        card.prices().get().standard().rates().output()));
    }

    @Test
    void prefersACardThatConfigurationAdds() {
        ModelCatalogue catalogue =
                ModelCatalogue.read(
                        List.of(
                                json(
                                        """
                                        [{"provider": "openai", "id": "gpt-4o", "contextWindow": 5,
                                          "maxOutputTokens": 1, "takesN": false,
                                          "takesTemperature": true}]
                                        """),
                                new ClassPathResource("model-catalogue.json")));
        assertThat(catalogue.find("openai", "gpt-4o").orElseThrow().contextWindow()).isEqualTo(5);
        assertThat(catalogue.find("openai", "gpt-4o").orElseThrow().prices()).isEmpty();
    }

    @Test
    void namesAFileThatItCannotRead() {
        assertThatThrownBy(() -> ModelCatalogue.read(List.of(json("{"))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("cards for a test");
    }

    private static ByteArrayResource json(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "cards for a test");
    }
}
