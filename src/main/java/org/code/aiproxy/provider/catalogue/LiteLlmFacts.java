package org.code.aiproxy.provider.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.model.catalogue.Lifetime;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.model.catalogue.Tariff;
import org.code.aiproxy.model.catalogue.Tariff.LongContext;
import org.code.aiproxy.model.catalogue.Tier;
import tools.jackson.databind.JsonNode;

/** Reads prices and dates of an entry of LiteLLM's map, which has USD per token. */
final class LiteLlmFacts {

    private static final String INPUT = "input_cost_per_token";
    private static final String OUTPUT = "output_cost_per_token";
    private static final String CACHED = "cache_read_input_token_cost";
    private static final String WRITE = "cache_creation_input_token_cost";

    private static final Pattern STEP = Pattern.compile(INPUT + "(_above_(\\d+)k_tokens)");

    /** What the names of other tiers' prices end with. */
    private static final Map<Tier, String> TIERS =
            Map.of(
                    Tier.BATCH, "_batches",
                    Tier.FLEX, "_flex",
                    Tier.PRIORITY, "_priority",
                    Tier.DECISIONS, "_decisions");

    private static final int MILLION = 6;
    private static final int THOUSAND = 1000;

    private LiteLlmFacts() {}

    static Lifetime lifetime(JsonNode facts) {
        return new Lifetime(
                facts.path("deprecation_date").asStringOpt().map(LocalDate::parse),
                facts.path("successor_model").asStringOpt());
    }

    /** The prices in all tiers; empty where the map doesn't know those of input and output. */
    static Optional<Prices> prices(JsonNode facts) {
        return tariff(facts, "", Optional.empty())
                .map(standard -> {
                    Map<Tier, Tariff> tiers = new EnumMap<>(Tier.class);
                    TIERS.forEach((tier, suffix) ->
                            tariff(facts, suffix, Optional.of(standard))
                                    .ifPresent(it -> tiers.put(tier, it)));
                    return new Prices(standard, tiers, Map.of(), Map.of(), Optional.empty());
                });
    }

    private static Optional<Tariff> tariff(
            JsonNode facts, String suffix, Optional<Tariff> standard) {
        return rates(facts, "", suffix, standard.map(Tariff::rates))
                .map(rates ->
                        new Tariff(
                                rates,
                                longContext(facts, suffix, rates)
                                        .or(() -> standard.flatMap(Tariff::longContext))));
    }

    private static Optional<LongContext> longContext(JsonNode facts, String suffix, Rates below) {
        for (String field : facts.propertyNames()) {
            Matcher step = STEP.matcher(field);
            if (step.matches()) {
                OptionalLong over = OptionalLong.of(Long.parseLong(step.group(2)) * THOUSAND);
                return rates(facts, step.group(1), suffix, Optional.of(below))
                        .map(rates -> new LongContext(over.getAsLong(), rates));
            }
        }
        return Optional.empty();
    }

    /**
     * Rates of a tier and length.
     *
     * @param otherwise rates whose cached input is no more than it costs here, where the map has
     *     none of its own
     */
    private static Optional<Rates> rates(
            JsonNode facts, String length, String suffix, Optional<Rates> otherwise) {
        Optional<BigDecimal> input = usd(facts, INPUT + length + suffix);
        Optional<BigDecimal> output =
                usd(facts, OUTPUT + length + suffix)
                        .or(() -> otherwise.filter(_ -> !length.isEmpty()).map(Rates::output));
        return input.flatMap(in ->
                output.map(out ->
                        new Rates(
                                in,
                                usd(facts, CACHED + length + suffix)
                                        .or(() ->
                                                otherwise.flatMap(Rates::cachedInput).map(in::min)),
                                usd(facts, WRITE + length + suffix),
                                out)));
    }

    /** USD per million tokens. */
    private static Optional<BigDecimal> usd(JsonNode facts, String field) {
        return facts.path(field).isNumber()
                ? Optional.of(plain(facts.path(field).decimalValue().movePointRight(MILLION)))
                : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
