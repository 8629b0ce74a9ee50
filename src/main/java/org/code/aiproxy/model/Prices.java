package org.code.aiproxy.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a model's tokens cost, by tier.
 *
 * @param standard what they cost where a request names no tier
 * @param tiers what they cost in other tiers; a request to a tier that isn't here is served and
 *     paid for as standard
 * @param surcharges by geography, such as {@code us}: the factor on all prices of a profile that
 *     keeps requests there
 * @param asOf when this was so; prices change
 */
public record Prices(
        Tariff standard,
        Map<Tier, Tariff> tiers,
        Map<String, BigDecimal> surcharges,
        Optional<LocalDate> asOf) {

    public Prices {
        tiers = Map.copyOf(tiers);
        surcharges = Map.copyOf(surcharges);
    }

    /** Prices that are the same for each tier, length and geography. */
    public static Prices flat(Rates rates) {
        return new Prices(
                new Tariff(rates, Optional.empty()), Map.of(), Map.of(), Optional.empty());
    }

    /**
     * What one request cost in USD, exactly.
     *
     * @param usage the request's tokens: its length decides on the rates
     * @param tier how it was served
     * @param modelId the provider's name for the model, which may name a geographic profile
     */
    public BigDecimal usd(Usage usage, Tier tier, String modelId) {
        return tiers.getOrDefault(tier, standard)
                .ratesFor(usage.promptTokens())
                .usd(usage)
                .multiply(surcharge(modelId));
    }

    private BigDecimal surcharge(String modelId) {
        return GeographicProfile.parse(modelId)
                .geography()
                .flatMap(geography -> Optional.ofNullable(surcharges.get(geography)))
                .orElse(BigDecimal.ONE);
    }
}
