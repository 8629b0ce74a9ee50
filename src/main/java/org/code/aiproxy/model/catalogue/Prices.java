package org.code.aiproxy.model.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a model's tokens cost, by tier and geography.
 *
 * @param standard what they cost where a request names no tier
 * @param tiers what they cost in other tiers; a request to a tier that isn't here is served and
 *     paid for as standard
 * @param surcharges by geography, such as {@code us}: the factor on all prices of a profile that
 *     keeps requests there
 * @param profiles by geography: prices of a profile, where they are known one by one
 * @param asOf when this was so; prices change
 */
public record Prices(
        Tariff standard,
        Map<Tier, Tariff> tiers,
        Map<String, BigDecimal> surcharges,
        Map<String, Prices> profiles,
        Optional<LocalDate> asOf) {

    public Prices {
        tiers = Map.copyOf(tiers);
        surcharges = Map.copyOf(surcharges);
        profiles = Map.copyOf(profiles);
    }

    /** Prices that are the same for each tier, length and geography. */
    public static Prices flat(Rates rates) {
        return new Prices(
                new Tariff(rates, Optional.empty()),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /** The same, with prices of geographic profiles. */
    public Prices withProfiles(Map<String, Prices> others) {
        return new Prices(standard, tiers, surcharges, others, asOf);
    }

    /**
     * What one request cost in USD, exactly.
     *
     * @param usage the request's tokens: its length decides on the rates
     * @param tier how it was served
     * @param modelId the provider's name for the model, which may name a geographic profile
     */
    public BigDecimal usd(Usage usage, Tier tier, String modelId) {
        return usd(usage, 1, tier, modelId);
    }

    /**
     * What several requests of about the same length cost in USD.
     *
     * @param usage the tokens of all of them
     * @param requests how many they are, at least 1
     */
    BigDecimal usd(Usage usage, int requests, Tier tier, String modelId) {
        Optional<String> geography = GeographicProfile.parse(modelId).geography();
        Prices prices = geography.flatMap(this::profile).orElse(this);
        return prices.tiers
                .getOrDefault(tier, prices.standard)
                .ratesFor(usage.promptTokens() / requests)
                .usd(usage)
                .multiply(geography.map(surcharges::get).orElse(BigDecimal.ONE));
    }

    /** A regional profile without known prices costs what other regional ones do. */
    private Optional<Prices> profile(String geography) {
        return Optional.ofNullable(profiles.get(geography))
                .or(() ->
                        Optional.ofNullable(profiles.get("us"))
                                .filter(_ -> !geography.equals("global")));
    }
}
