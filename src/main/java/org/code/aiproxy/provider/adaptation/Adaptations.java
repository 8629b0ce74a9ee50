package org.code.aiproxy.provider.adaptation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes an {@link Adaptation} for each provider. What they learn lasts as long as the process. */
public final class Adaptations {

    private final MeterRegistry meters;
    private final Ticker ticker;

    /**
     * @param ticker tells when to forget what was learnt
     */
    public Adaptations(MeterRegistry meters, Ticker ticker) {
        this.meters = meters;
        this.ticker = ticker;
    }

    /** For a provider that is asked by these conventions. */
    public Adaptation to(Conventions conventions) {
        return new Adaptation(conventions, meters, ticker);
    }
}
