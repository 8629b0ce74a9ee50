package org.code.aiproxy.rubrictester.experiment;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Slows all workers down together when a provider limits the rate: no one begins before the time
 * that the provider named, or else twice as long after each pause that did not help. Thread-safe.
 */
final class Pace {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MOST_DOUBLINGS = 6;

    private final StopSignal stop;
    private long notBefore = System.nanoTime();
    private int pauses;
    private int pausesInARow;

    Pace(StopSignal stop) {
        this.stop = stop;
    }

    /** Why no more calls may be made; blank while they may. */
    String endReason() {
        return stop.reason();
    }

    /**
     * Waits until calls may be made, a little longer for some so that not all begin at once.
     *
     * @return how many pauses there have been, to be handed to {@link #slowDown}; empty where the
     *     run is to end, and no call may be made any more
     */
    OptionalInt await() {
        Duration wait = remaining();
        while (wait.isPositive() && !stop.isGiven()) {
            long spread = ThreadLocalRandom.current().nextLong(wait.toNanos() / 4 + 1);
            stop.sleep(wait.plusNanos(spread));
            wait = remaining();
        }
        return stop.isGiven() ? OptionalInt.empty() : OptionalInt.of(pauses());
    }

    /**
     * A call met the limit.
     *
     * @param pausesBefore what {@link #await} returned before the call; calls that began before the
     *     last pause have nothing new to say
     * @param asked how long the provider wants to be left alone, if it says
     */
    synchronized void slowDown(int pausesBefore, Optional<Duration> asked) {
        if (pausesBefore < pauses) {
            return;
        }
        Duration wait = asked.orElse(FIRST_WAIT.multipliedBy(1L << pausesInARow));
        pauses++;
        pausesInARow = Math.min(pausesInARow + 1, MOST_DOUBLINGS);
        notBefore =
                System.nanoTime()
                        + (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toNanos();
    }

    /** A call got through. */
    synchronized void goOn() {
        pausesInARow = 0;
    }

    private synchronized Duration remaining() {
        return Duration.ofNanos(notBefore - System.nanoTime());
    }

    private synchronized int pauses() {
        return pauses;
    }
}
