package org.code.aiproxy.model;

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
}
