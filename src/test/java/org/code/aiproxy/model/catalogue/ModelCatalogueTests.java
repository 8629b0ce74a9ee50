package org.code.aiproxy.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.code.aiproxy.GivenClock;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;
import org.code.aiproxy.provider.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ModelCatalogueTests {

    private static final ModelCatalogue SHIPPED = shipped(GivenClock.CLOCK);

    private static ModelCatalogue shipped(Clock clock) {
        CardIndex cards = CatalogueReader.read(new ClassPathResource("model-catalogue.json"));
        return new ModelCatalogue(() -> cards, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o, gpt-4o",
        "openai, gpt-4o-2024-08-06, gpt-4o-2024-08-06",
        "openai, gpt-4o-mini-2024-07-18, gpt-4o-mini-2024-07-18",
        "openai, gpt-5.5, gpt-5.5",
        "openai, gpt-5.5-2026-04-23, gpt-5.5-2026-04-23",
        "openai, gpt-6-luna, gpt-6-luna",
        "openai, gpt-6-luna-2026-09-22, gpt-6-luna",
        "openai, gpt-5-mini, gpt-5-mini",
        "bedrock, anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5",
        "bedrock, global.anthropic.claude-sonnet-5-5, anthropic.claude-sonnet-5-5",
        "bedrock, us.anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5",
        "bedrock, anthropic.claude-opus-4-6-v1, anthropic.claude-opus-4-6",
        "bedrock, us.anthropic.claude-3-5-sonnet-20240620-v1:0, anthropic.claude-3-5-sonnet-20240620-v1:0",
        "bedrock, us.anthropic.claude-3-5-sonnet-20241022-v2:0, anthropic.claude-3-5-sonnet-20241022-v2:0",
        "bedrock, openai.gpt-oss-120b-1:0, openai.gpt-oss-120b",
        "bedrock, arn:aws:bedrock:us-east-1:1:inference-profile/us.amazon.nova-lite-v1:0, amazon.nova-lite"
    })
    void findsTheCardOfAModelItsSnapshotsAndItsProfiles(
            String provider, String modelId, String card) {
        assertThat(SHIPPED.find(provider, modelId)).map(ModelCard::id).contains(card);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4ofoo",
        "openai, gpt-4-32k",
        "openai, gpt-5.55",
        "openai, gpt-5-huge",
        "openai, gpt-6",
        "openai, gpt-99",
        "bedrock, gpt-4o",
        "bedrock, anthropic.claude-3-5-sonnet",
        "bedrock, anthropic.claude-3-5-sonnet-20990101-v3:0",
        "bedrock, anthropic.claude-sonnet-5-5-mini"
    })
    void knowsNothingOfOthers(String provider, String modelId) {
        assertThat(SHIPPED.find(provider, modelId)).isEmpty();
    }

    @Test
    void givesAFineTunedModelItsBasesLimitsAndNeverItsPrice() {
        ModelCard base = SHIPPED.find("openai", "gpt-5.6-luna").orElseThrow();
        ModelCard tuned =
                SHIPPED.find("openai", "ft:gpt-5.6-luna-2026-07-09:org::id").orElseThrow();

        assertThat(tuned.prices()).isEmpty();
        assertThat(tuned.contextWindow()).isEqualTo(base.contextWindow());
        assertThat(tuned.refuses()).isEqualTo(base.refuses());
    }

    @Test
    void givesAFineTunedModelThePriceThatIsKnownOfIt() {
        assertThat(rates("openai", "ft:gpt-4o-mini-2024-07-18:org::id").input())
                .isEqualByComparingTo("0.3");
    }

    @Test
    void saysWhatTodaysModelsRefuse() {
        assertThat(SHIPPED.find("openai", "gpt-6-luna").orElseThrow().refuses())
                .containsExactlyInAnyOrder(
                        Parameter.TEMPERATURE, Parameter.TOP_P, Parameter.N, Parameter.MAX_TOKENS);
        assertThat(SHIPPED.find("openai", "gpt-4.1-mini").orElseThrow().refuses())
                .containsExactly(Parameter.REASONING_EFFORT);
        ModelCard sonnet = SHIPPED.find("bedrock", "us.anthropic.claude-sonnet-5-5").orElseThrow();
        assertThat(sonnet.refuses())
                .containsExactlyInAnyOrder(
                        Parameter.TEMPERATURE, Parameter.TOP_P, Parameter.N, Parameter.TOOL_CHOICE);
        assertThat(sonnet.forcedTools()).isFalse();
        assertThat(sonnet.structuredOutput()).contains(StructuredOutput.SCHEMA);
        assertThat(sonnet.cachedPrefix()).isEqualTo(OptionalInt.of(512));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-6-luna, none low medium high xhigh max",
        "openai, gpt-5.5, none low medium high xhigh",
        "openai, gpt-5-mini, minimal low medium high",
        "openai, gpt-4.1-mini, ''",
        "bedrock, anthropic.claude-sonnet-5-5, low medium high xhigh",
        "bedrock, amazon.nova-lite-v1:0, ''"
    })
    void saysHowLongModelsCanBeToldToThink(String provider, String model, String efforts) {
        assertThat(
                        SHIPPED.find(provider, model).orElseThrow().efforts().stream()
                                .map(Effort::wireName)
                                .toList())
                .isEqualTo(efforts.isEmpty() ? List.of() : List.of(efforts.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4.1-mini, 2027-01-14, gpt-6-luna",
        "bedrock, us.anthropic.claude-sonnet-4-5-20250929-v1:0, 2027-04-08, anthropic.claude-sonnet-5-5"
    })
    void saysWhenModelsEndAndWhatFollows(
            String provider, String model, LocalDate end, String successor) {
        ModelCard card = SHIPPED.find(provider, model).orElseThrow();
        assertThat(card.shutdown()).contains(end);
        assertThat(card.successor()).contains(successor);
        assertThat(card.isShutDown(end.minusDays(1))).isFalse();
        assertThat(card.isShutDown(end)).isTrue();
    }

    @Test
    void leavesOutTheDeadWhereModelsAreListed() {
        assertThat(SHIPPED.alive("openai"))
                .extracting(ModelCard::id)
                .contains("gpt-4.1-mini", "gpt-6-luna", "gpt-5.5")
                .doesNotContain("gpt-4", "gpt-3.5-turbo", "gpt-5.5-pro");
        assertThat(SHIPPED.alive("bedrock"))
                .extracting(ModelCard::id)
                .contains("anthropic.claude-sonnet-5-5")
                .doesNotContain("anthropic.claude-3-7-sonnet", "anthropic.claude-sonnet-4");
    }

    @Test
    void hasDefaultsThatLive() {
        assertThat(SHIPPED.newestCheap("openai", "gpt-")).contains("gpt-6-luna");
        assertThat(SHIPPED.newestCheap("bedrock", "anthropic.claude-"))
                .contains("us.anthropic.claude-haiku-5-5");
    }

    @Test
    void hasNoDefaultOnceAllAreDead() {
        ModelCard mortal =
                ModelCard.of("openai", "gpt-6-luna", 1000, 1000)
                        .heldBy(Optional.of(StructuredOutput.SCHEMA))
                        .priced(SHIPPED.find("openai", "gpt-6-luna").orElseThrow().prices())
                        .ending(Optional.of(LocalDate.of(2030, 1, 1)), Optional.empty());
        Clock late = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(new ModelCatalogue(List.of(mortal), late).newestCheap("openai", "gpt-"))
                .isEmpty();
        assertThat(
                        new ModelCatalogue(List.of(mortal), GivenClock.CLOCK)
                                .newestCheap("openai", "gpt-"))
                .contains("gpt-6-luna");
    }

    @Test
    void hasPricesThatMakeSense() {
        assertThat(SHIPPED.cards())
                .filteredOn(card -> card.prices().isPresent())
                .hasSizeGreaterThan(150)
                .allSatisfy(card -> {
                    Rates rates = card.prices().orElseThrow().standard().rates();
                    assertThat(rates.input()).isNotNegative().isLessThan(BigDecimal.valueOf(1000));
                    assertThat(rates.cachedInput().orElse(rates.input()))
                            .isLessThanOrEqualTo(rates.input());
                });
    }

    @Test
    void prefersACardThatConfigurationAdds() {
        CardIndex added = new CardIndex(List.of(ModelCard.of("openai", "gpt-4o", 5, 1)));
        CardIndex both = added.before(new CardIndex(SHIPPED.cards()));
        assertThat(both.find("openai", "gpt-4o").orElseThrow().contextWindow()).isEqualTo(5);
        assertThat(both.find("openai", "gpt-4o").orElseThrow().prices()).isEmpty();
    }

    private static Rates rates(String provider, String model) {
        return SHIPPED.find(provider, model)
                .orElseThrow()
                .prices()
                .orElseThrow()
                .standard()
                .rates();
    }
}
