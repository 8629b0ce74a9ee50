package org.code.aiproxy.rubrictester.experiment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.ModelPrice;
import org.code.aiproxy.model.Usage;

/** What a run has paid so far. Thread-safe. */
public final class Spending {

    private final AtomicLong tokens = new AtomicLong();
    private final AtomicReference<BigDecimal> usd = new AtomicReference<>(BigDecimal.ZERO);

    /** Adds tokens that were paid for; where the price is unknown, only they are counted. */
    void add(Usage usage, Optional<ModelPrice> price) {
        tokens.addAndGet(usage.totalTokens());
        price.ifPresent(known -> usd.accumulateAndGet(known.usd(usage), BigDecimal::add));
    }

    /** Tokens of input and output. */
    public long tokens() {
        return tokens.get();
    }

    /** USD, as far as prices are known. */
    public BigDecimal usd() {
        return usd.get();
    }
}
