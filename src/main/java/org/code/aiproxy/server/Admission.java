package org.code.aiproxy.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides whether one more request can be worked on. What the heap can't hold waits for its turn,
 * first come, first served, if that is likely to be soon; the rest is refused at once.
 */
public final class Admission {

    /** So few requests fill no heap, and what filled it may be gone since it was measured. */
    private static final int ALWAYS = 8;

    /** The share of the newest request in the mean of how long requests take. */
    private static final double NEWEST = 0.05;

    private final int mostRequests;
    private final RequestMemory memory;
    private final Duration mostWait;
    private final BooleanSupplier isHeapShort;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final State state = new State();

    /** What the lock guards. */
    private static final class State {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int requests;
        private long bytes;
        private double meanSeconds;
        private long lastChange;
        private boolean isClosed;

        void finished(Duration took) {
            double seconds = took.toNanos() / 1e9;
            meanSeconds =
                    meanSeconds == 0 ? seconds : meanSeconds + (seconds - meanSeconds) * NEWEST;
        }
    }

    /** A request that waits to be taken on. */
    private static final class Waiting {
        private final long bytes;
        private final Condition changed;
        private boolean isAdmitted;

        Waiting(long bytes, Condition changed) {
            this.bytes = bytes;
            this.changed = changed;
        }
    }

    /**
     * @param mostRequests how many requests may be worked on at once, whatever they take
     * @param memory how much of the heap they may take
     * @param mostWait how long a request may wait to be taken on
     * @param isHeapShort whether memory for more is wanting, whatever was estimated
     * @param nanoTime the time in nanoseconds, from any moment on
     */
    Admission(
            int mostRequests,
            RequestMemory memory,
            Duration mostWait,
            BooleanSupplier isHeapShort,
            LongSupplier nanoTime) {
        this.mostRequests = mostRequests;
        this.memory = memory;
        this.mostWait = mostWait;
        this.isHeapShort = isHeapShort;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a request on, after a wait if need be.
     *
     * @param body how long its body is in bytes, or may be
     * @return its place, to be closed once the request is answered; none where it is refused
     */
    Optional<Place> enter(long body) {
        long bytes = RequestMemory.of(body);
        lock.lock();
        try {
            return !state.isClosed && isTaken(bytes)
                    ? Optional.of(new Place(this, bytes))
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isTaken(long bytes) {
        if (state.waiting.isEmpty() && hasRoomFor(bytes)) {
            take(bytes);
            return true;
        }
        return isTurnLikelySoon() && waitForTurn(bytes);
    }

    private boolean hasRoomFor(long bytes) {
        return state.requests < Math.min(ALWAYS, mostRequests)
                || (state.requests < mostRequests
                        && state.bytes + bytes <= memory.forWork()
                        && !isHeapShort.getAsBoolean());
    }

    private void take(long bytes) {
        state.requests++;
        state.bytes += bytes;
        state.lastChange = nanoTime.getAsLong();
    }

    /**
     * By Little's law, so many requests at once, each for so long, make way for so many a second;
     * but if none has for a while, it is fewer.
     */
    private boolean isTurnLikelySoon() {
        double betweenTurns =
                Math.max(
                        state.meanSeconds / state.requests,
                        (nanoTime.getAsLong() - state.lastChange) / 1e9);
        double seconds = (state.waiting.size() + 1) * betweenTurns;
        return state.waiting.size() < memory.waiting() && seconds * 1000 <= mostWait.toMillis();
    }

    private boolean waitForTurn(long bytes) {
        Waiting turn = new Waiting(bytes, lock.newCondition());
        state.waiting.addLast(turn);
        long left = mostWait.toNanos();
        try {
            while (!turn.isAdmitted && !state.isClosed && left > 0) {
                left = turn.changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!turn.isAdmitted) {
            state.waiting.remove(turn);
            admitNext();
        }
        return turn.isAdmitted;
    }

    /** Gives back some of what a request was estimated to take. */
    void giveBack(long bytes) {
        lock.lock();
        try {
            state.bytes -= bytes;
            admitNext();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes way for the next.
     *
     * @param bytes what the request was estimated to take
     * @param took how long it was worked on
     */
    void leave(long bytes, Duration took) {
        lock.lock();
        try {
            state.requests--;
            state.bytes -= bytes;
            state.finished(took);
            state.lastChange = nanoTime.getAsLong();
            admitNext();
            if (state.requests == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void admitNext() {
        while (!state.isClosed
                && !state.waiting.isEmpty()
                && hasRoomFor(state.waiting.getFirst().bytes)) {
            Waiting next = state.waiting.removeFirst();
            take(next.bytes);
            next.isAdmitted = true;
            next.changed.signal();
        }
    }

    /** How many requests are worked on. */
    public int requestsInFlight() {
        lock.lock();
        try {
            return state.requests;
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait to be worked on. */
    int requestsWaiting() {
        lock.lock();
        try {
            return state.waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes requests on again. */
    void open() {
        lock.lock();
        try {
            state.isClosed = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes nothing on until it is opened again, and waits until all is done, but no longer than
     * the time given.
     */
    void close(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            state.isClosed = true;
            state.waiting.forEach(turn -> turn.changed.signal());
            long left = atMost.toNanos();
            while (state.requests > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
