package org.code.aiproxy.model;

import java.time.Duration;

/**
 * When a request's time budget is spent. Every call made for the request gets what is left of it.
 *
 * @param nanoTime the moment on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /**
     * This deadline for the last of those who share the time that is left, and sooner for others.
     */
    public Deadline share(int sharers) {
        return sharers == 1 ? this : in(remaining().dividedBy(sharers));
    }

    /** This deadline, or the end of so much time where that is sooner. */
    public Deadline atMost(Duration time) {
        return remaining().compareTo(time) <= 0 ? this : in(time);
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }

    /**
     * To be called before anything is spent.
     *
     * @throws ModelException.TimedOut when no time is left
     * @throws CallerGoneException when the thread is interrupted: no one waits for the answer
     */
    public void requireTimeFor(String provider) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallerGoneException();
        }
        if (isOver()) {
            throw new ModelException.TimedOut(provider);
        }
    }
}
