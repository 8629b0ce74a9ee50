package org.code.aiproxy.provider.lifetime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a provider said of its models' lifetimes, and asks again when that is old. */
final class AskedLifetimes {

    private static final Logger LOG = LoggerFactory.getLogger(AskedLifetimes.class);

    private static final Duration KEPT = Duration.ofHours(12);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(10);

    /** A warning is worth no longer wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PublishedLifetimes published;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Map.of(), Instant.MIN));

    private record State(Map<String, Optional<LocalDate>> shutdowns, Instant oldFrom) {}

    AskedLifetimes(PublishedLifetimes published, Clock clock) {
        this.published = published;
        this.clock = clock;
    }

    boolean isOf(String provider) {
        return published.provider().equals(provider);
    }

    /** What is known of the model, without asking; empty where that is nothing. */
    Optional<Optional<LocalDate>> shutdown(String modelId) {
        return Optional.ofNullable(state.get().shutdowns().get(modelId));
    }

    boolean isOld() {
        return published.canBeAsked() && !clock.instant().isBefore(state.get().oldFrom());
    }

    /** Asks where what is known is old; waits up to two seconds and never fails. */
    void refresh() {
        if (!isOld() || !asking.tryLock()) {
            return;
        }
        try {
            state.set(new State(published.ask(Deadline.in(PATIENCE)), clock.instant().plus(KEPT)));
        } catch (ModelException e) {
            LOG.debug("{} can't list when its models end: {}", published.provider(), e.summary());
            state.set(new State(state.get().shutdowns(), clock.instant().plus(KEPT_AFTER_FAILURE)));
        } finally {
            asking.unlock();
        }
    }
}
