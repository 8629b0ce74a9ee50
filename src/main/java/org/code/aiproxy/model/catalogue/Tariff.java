package org.code.aiproxy.model.catalogue;

import java.util.Optional;

/**
 * The prices of one tier.
 *
 * @param rates the prices of a request
 * @param longContext the prices of a request with a long prompt, where those differ
 */
public record Tariff(Rates rates, Optional<LongContext> longContext) {

    /**
     * The step in a price: all of a request is paid at these rates once its input is longer (<a
     * href="https://developers.openai.com/api/docs/pricing">OpenAI's prices</a>).
     *
     * @param over tokens of input that a request may have at the lower rates
     * @param rates the rates of longer ones
     */
    public record LongContext(long over, Rates rates) {}

    Rates ratesFor(long promptTokens) {
        return longContext
                .filter(step -> promptTokens > step.over())
                .map(LongContext::rates)
                .orElse(rates);
    }
}
