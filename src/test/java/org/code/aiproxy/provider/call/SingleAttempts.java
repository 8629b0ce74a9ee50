package org.code.aiproxy.provider.call;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.code.aiproxy.provider.observation.ModelCalls;

/** For tests of what a single call does: none is made twice, or held back. */
public final class SingleAttempts {

    private SingleAttempts() {}

    public static Resilience resilience() {
        ResilienceProperties properties =
                new ResilienceProperties(
                        0,
                        true,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        10_000,
                        100_000,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
        return new Resilience(
                properties,
                CircuitBreakerRegistry.of(Resilience.breaker(properties)),
                new ModelCalls(ObservationRegistry.NOOP),
                new SimpleMeterRegistry());
    }
}
