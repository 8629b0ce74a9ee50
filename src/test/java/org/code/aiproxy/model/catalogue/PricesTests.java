package org.code.aiproxy.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.code.aiproxy.provider.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Bills that were worked out by hand from the providers' price lists of 2026-11-26. */
class PricesTests {

    private static final CardIndex CARDS =
            CatalogueReader.read(new ClassPathResource("model-catalogue.json"));

    @ParameterizedTest
    @CsvSource({
        // 272,000 * 5 + 1,000 * 30; one token more, and all is paid at 10 and 45
        "openai, gpt-5.5, STANDARD, 272000, 0, 0, 1000, 1.39",
        "openai, gpt-5.5, STANDARD, 272001, 0, 0, 1000, 2.76501",
        "openai, gpt-5.5, STANDARD, 10000, 8000, 0, 1000, 0.044",
        "openai, gpt-5.5, FLEX, 10000, 8000, 0, 1000, 0.022",
        "openai, gpt-5.5, BATCH, 10000, 8000, 0, 1000, 0.022",
        "openai, gpt-5.5, PRIORITY, 10000, 8000, 0, 1000, 0.11",
        "openai, gpt-6-luna, STANDARD, 10000, 4000, 2000, 1000, 0.00119",
        "openai, gpt-6-luna, DECISIONS, 10000, 0, 0, 1000, 0.001",
        "openai, gpt-4.1-mini, FLEX, 10000, 0, 0, 1000, 0.0056",
        "bedrock, us.anthropic.claude-sonnet-5-5, STANDARD, 10000, 4000, 2000, 1000, 0.02574",
        "bedrock, global.anthropic.claude-sonnet-5-5, STANDARD, 10000, 4000, 2000, 1000, 0.0234",
        "bedrock, anthropic.claude-sonnet-5-5, STANDARD, 10000, 4000, 2000, 1000, 0.0234",
        "bedrock, ca.anthropic.claude-sonnet-5-5, STANDARD, 10000, 4000, 2000, 1000, 0.02574",
        "bedrock, eu.amazon.nova-2-lite-v1:0, STANDARD, 1000000, 0, 0, 0, 0.429"
    })
    void billsAsTheProviderDoes(
            String provider,
            String model,
            Tier tier,
            long input,
            long cached,
            long written,
            long output,
            BigDecimal usd) {
        Usage usage = new Usage(input, output, cached, written, 0, 0);
        assertThat(prices(provider, model).usd(usage, tier, model)).isEqualByComparingTo(usd);
    }

    @Test
    void countsThinkingBesideTheOutputAsOutput() {
        Usage beside = new Usage(1000, 100, 0, 0, 400, 1500);
        Usage within = new Usage(1000, 500, 0, 0, 400, 1500);

        assertThat(beside.outputTokens()).isEqualTo(500);
        assertThat(prices("openai", "gpt-5.5").usd(beside, Tier.STANDARD, "gpt-5.5"))
                .isEqualByComparingTo(
                        prices("openai", "gpt-5.5").usd(within, Tier.STANDARD, "gpt-5.5"));
    }

    @Test
    void looksAtEachRequestsLengthAndNotAtThatOfAllTogether() {
        ModelPrice price = new ModelPrice(prices("openai", "gpt-5.5"), Tier.STANDARD, "gpt-5.5");
        Usage votes = new Usage(300_000, 0);

        assertThat(price.usd(votes, 3)).isEqualByComparingTo("1.5");
        assertThat(price.usd(votes)).isEqualByComparingTo("3");
    }

    @Test
    void doesNotDriftOverManyCalls() {
        Usage usage = new Usage(1, 1);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 100_000; i++) {
            sum = sum.add(prices("openai", "gpt-6-luna").usd(usage, Tier.STANDARD, "gpt-6-luna"));
        }
        assertThat(sum).isEqualByComparingTo("0.06");
    }

    private static Prices prices(String provider, String model) {
        return CARDS.find(provider, model).orElseThrow().prices().orElseThrow();
    }
}
