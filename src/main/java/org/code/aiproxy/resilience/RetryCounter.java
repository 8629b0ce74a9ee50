package org.code.aiproxy.resilience;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.Retryable;

/** Counts the calls that are made again. */
final class RetryCounter implements RetryListener {

    private final Counter retries;

    RetryCounter(MeterRegistry meters, Provider provider) {
        this.retries = meters.counter("aiproxy.retries", "provider", provider.id());
    }

    @Override
    public void beforeRetry(RetryPolicy policy, Retryable<?> call) {
        retries.increment();
    }
}
