package org.code.aiproxy.provider.call;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.observation.ModelCalls;

/** The one place that says how calls to all providers are made. */
public final class Resilience {

    /** A quiet service would not make more within the time that they have, and stay shut. */
    private static final int PROBES = 1;

    /**
     * So many percent of failures tell a dead provider from a bad day's, whose calls retries can
     * still save. At 30 calls, one that fails in 30 of 100 calls is treated as dead once in 45
     * million times by chance (binomial); at half of 20 calls that would be once in 21.
     */
    private static final int DEAD = 80;

    private final ResilienceProperties properties;
    private final CircuitBreakerRegistry breakers;
    private final ModelCalls calls;
    private final MeterRegistry meters;

    Resilience(
            ResilienceProperties properties,
            CircuitBreakerRegistry breakers,
            ModelCalls calls,
            MeterRegistry meters) {
        this.properties = properties;
        this.breakers = breakers;
        this.calls = calls;
        this.meters = meters;
    }

    /** How calls to a provider are made, with a circuit breaker and a limit of its own. */
    public ProviderCalls callsTo(Provider provider) {
        return new ProviderCalls(
                provider,
                properties,
                breakers.circuitBreaker(provider.id()),
                Bulkhead.of(provider.id(), bulkhead(properties)),
                calls,
                new RetryCounter(meters, provider));
    }

    static CircuitBreakerConfig breaker(ResilienceProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.breakerCalls())
                .minimumNumberOfCalls(properties.breakerCalls())
                .failureRateThreshold(DEAD)
                .waitDurationInOpenState(properties.breakerWait())
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .maxWaitDurationInHalfOpenState(properties.probeTime())
                // A provider that limits the rate or refuses a request works. Of one whose answer
                // no one waited for nothing is known.
                .ignoreException(CallerGoneException.class::isInstance)
                .recordException(fault ->
                        fault instanceof ModelException failed && failed.failure().isOutage())
                .build();
    }

    private static BulkheadConfig bulkhead(ResilienceProperties properties) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(properties.callsAtOnce())
                .maxWaitDuration(Duration.ZERO)
                .build();
    }
}
