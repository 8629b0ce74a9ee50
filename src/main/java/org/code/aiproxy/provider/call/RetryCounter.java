package org.code.aiproxy.provider.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.code.aiproxy.provider.observation.Attempt;

/** Counts the calls that are made again. */
final class RetryCounter {

    private final Counter retries;

    RetryCounter(MeterRegistry meters, Provider provider) {
        this.retries = meters.counter("aiproxy.retries", "provider", provider.id());
    }

    /** The same call, counted each time that it is made but for the first. */
    <T> Function<Attempt, T> counting(Function<Attempt, T> ask) {
        AtomicBoolean wasMade = new AtomicBoolean();
        return attempt -> {
            if (wasMade.getAndSet(true)) {
                retries.increment();
            }
            return ask.apply(attempt);
        };
    }
}
