package org.code.aiproxy.model.catalogue;

import java.math.BigDecimal;

/**
 * What calls to a model cost.
 *
 * @param prices the model's prices
 * @param tier how the calls are served
 * @param modelId the provider's name for the model, with its geographic profile
 */
public record ModelPrice(Prices prices, Tier tier, String modelId) {

    /** What one request cost in USD, exactly. */
    public BigDecimal usd(Usage usage) {
        return prices.usd(usage, tier, modelId);
    }

    /**
     * What several requests of about the same length cost in USD: their tokens together may be
     * many, but it is the length of each that decides on the rates.
     *
     * @param usage the tokens of all of them
     * @param requests how many they are; at least one is assumed
     */
    public BigDecimal usd(Usage usage, int requests) {
        return prices.usd(usage, Math.max(1, requests), tier, modelId);
    }
}
