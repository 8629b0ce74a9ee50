package org.code.aiproxy.model.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What tokens cost, in USD per million.
 *
 * @param input tokens of input that aren't cached
 * @param cachedInput tokens of input that are read from a cache; without it, the price of input
 * @param cacheWrite tokens of input that are written to a cache; without it, the price of input
 * @param output tokens of output, thinking included
 */
public record Rates(
        BigDecimal input,
        Optional<BigDecimal> cachedInput,
        Optional<BigDecimal> cacheWrite,
        BigDecimal output) {

    /** The decimal places between USD per million tokens and USD per token. */
    private static final int MILLION = 6;

    /** What the tokens cost in USD, exactly. */
    BigDecimal usd(Usage usage) {
        return amount(usage.uncachedTokens(), input)
                .add(amount(usage.cachedTokens(), cachedInput.orElse(input)))
                .add(amount(usage.cacheWriteTokens(), cacheWrite.orElse(input)))
                .add(amount(usage.outputTokens(), output))
                .movePointLeft(MILLION);
    }

    private static BigDecimal amount(long tokens, BigDecimal rate) {
        return BigDecimal.valueOf(tokens).multiply(rate);
    }
}
