package org.code.aiproxy.rubrictester.experiment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.code.aiproxy.model.ModelCard.Price;
import org.code.aiproxy.model.Usage;

/** What a run has paid so far. Thread-safe. */
public final class Spending {

    private final AtomicLong tokens = new AtomicLong();
    private final DoubleAdder usd = new DoubleAdder();

    /** Adds tokens that were paid for; where the price is unknown, only they are counted. */
    void add(Usage usage, Optional<Price> price) {
        tokens.addAndGet(usage.totalTokens());
        price.ifPresent(known -> usd.add(known.usd(usage)));
    }

    /** Tokens of input and output. */
    public long tokens() {
        return tokens.get();
    }

    /** USD, as far as prices are known. */
    public double usd() {
        return usd.sum();
    }
}
