package org.code.aiproxy.web.access;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What a key has in flight, and has spent today in this process. Days are those of UTC. */
final class Account {

    private final Clock clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<Spent> spent;

    /** What was spent on a day, in USD. */
    private record Spent(LocalDate day, BigDecimal usd) {

        /** A clock that is put back gives no second budget. */
        Spent on(LocalDate today) {
            return today.isAfter(day) ? new Spent(today, BigDecimal.ZERO) : this;
        }

        Spent plus(BigDecimal more) {
            return new Spent(day, usd.add(more));
        }
    }

    Account(Clock clock) {
        this.clock = clock;
        this.spent = new AtomicReference<>(new Spent(today(), BigDecimal.ZERO));
    }

    /**
     * Takes on a request, unless the key has as many as it may have.
     *
     * @param most how many that are, if there is a limit
     */
    boolean enter(Optional<Integer> most) {
        int now = inFlight.incrementAndGet();
        boolean isIn = most.filter(limit -> now > limit).isEmpty();
        if (!isIn) {
            leave();
        }
        return isIn;
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    void paid(BigDecimal usd) {
        spent.updateAndGet(it -> it.on(today()).plus(usd));
    }

    BigDecimal spentToday() {
        return spent.updateAndGet(it -> it.on(today())).usd();
    }

    Instant now() {
        return clock.instant();
    }

    /** When the next day begins. */
    Instant reset() {
        return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
