package org.code.aiproxy.rubrictester.experiment;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;

/** What a run has paid so far. Thread-safe. */
public final class Spending {

    private final AtomicLong tokens = new AtomicLong();
    private final AtomicReference<Optional<BigDecimal>> usd =
            new AtomicReference<>(Optional.of(BigDecimal.ZERO));

    /**
     * Adds what one student's responses took.
     *
     * @param usage the tokens of all of them
     * @param responses how many they were
     * @param price what they cost, if that is known
     */
    void add(Usage usage, int responses, Optional<ModelPrice> price) {
        tokens.addAndGet(usage.totalTokens());
        Optional<BigDecimal> cost = price.map(it -> it.usd(usage, responses));
        usd.updateAndGet(sum -> sum.flatMap(before -> cost.map(before::add)));
    }

    /** Tokens of input and output. */
    public long tokens() {
        return tokens.get();
    }

    /** USD; empty once something was paid for at a price that is unknown. */
    public Optional<BigDecimal> usd() {
        return usd.get();
    }
}
