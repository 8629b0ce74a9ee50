package org.code.aiproxy.provider.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.Failure;
import org.code.aiproxy.model.ModelException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * When one call is made again, and after what wait: as long as the provider asks for, or twice as
 * long each time; not at all where the time budget ends before.
 */
final class Retries implements RetryPolicy {

    private static final double FACTOR = 2;

    private final ResilienceProperties properties;
    private final Deadline deadline;
    private final AtomicReference<Duration> asked = new AtomicReference<>(Duration.ZERO);

    Retries(ResilienceProperties properties, Deadline deadline) {
        this.properties = properties;
        this.deadline = deadline;
    }

    @Override
    public boolean shouldRetry(Throwable fault) {
        if (!(fault instanceof ModelException failed) || !failed.failure().isWorthAnotherTry()) {
            return false;
        }
        asked.set(failed.retryAfter().orElse(Duration.ZERO));
        return properties.retryRateLimits() || failed.failure() != Failure.RATE_LIMITED;
    }

    @Override
    public BackOff getBackOff() {
        return () -> {
            BackOffExecution waits = waits().start();
            return () -> {
                long wait = waits.nextBackOff();
                return wait == BackOffExecution.STOP ? wait : withinBudget(jittered(wait));
            };
        };
    }

    private ExponentialBackOff waits() {
        ExponentialBackOff waits =
                new ExponentialBackOff(properties.firstWait().toMillis(), FACTOR);
        waits.setMaxInterval(properties.longestWait().toMillis());
        waits.setMaxAttempts(properties.retries());
        return waits;
    }

    /** So that not all whose calls failed together try again together. */
    private long jittered(long wait) {
        long jitter = ThreadLocalRandom.current().nextLong(wait / 2 + 1);
        return Math.max(asked.get().toMillis() + jitter, wait / 2 + jitter);
    }

    private long withinBudget(long wait) {
        return wait < deadline.remaining().toMillis() ? wait : BackOffExecution.STOP;
    }
}
