package org.code.aiproxy.web.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one more request can be worked on. What the heap can't hold waits for its turn,
 * first come, first served, if that is likely to be soon; the rest is refused at once.
 */
public final class Admission {

    /** So few requests fill no heap, and what filled it may be gone since it was measured. */
    private static final int ALWAYS = 8;

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
        private final InFlight inFlight = new InFlight();
        private boolean isClosed;
    }

    /** A request that waits to be taken on. */
    private static final class Waiting {
        private final long bytes;
        private final Condition changed;
        private @Nullable RequestPlace place;

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
    Optional<RequestPlace> enter(long body) {
        long bytes = RequestMemory.of(body);
        lock.lock();
        try {
            return state.isClosed ? Optional.empty() : enterOrWait(bytes);
        } finally {
            lock.unlock();
        }
    }

    private Optional<RequestPlace> enterOrWait(long bytes) {
        if (state.waiting.isEmpty() && hasRoomFor(bytes)) {
            return Optional.of(state.inFlight.add(this, bytes, nanoTime.getAsLong()));
        }
        return isTurnLikelySoon() ? waitForTurn(bytes) : Optional.empty();
    }

    private boolean hasRoomFor(long bytes) {
        int requests = state.inFlight.requests();
        return requests < Math.min(ALWAYS, mostRequests)
                || (requests < mostRequests
                        && state.inFlight.bytes() + bytes <= memory.forWork()
                        && !isHeapShort.getAsBoolean());
    }

    private boolean isTurnLikelySoon() {
        int waiting = state.waiting.size();
        return waiting < memory.waiting()
                && state.inFlight
                                .untilRoomFor(waiting + 1, nanoTime.getAsLong())
                                .compareTo(mostWait)
                        <= 0;
    }

    private Optional<RequestPlace> waitForTurn(long bytes) {
        Waiting turn = new Waiting(bytes, lock.newCondition());
        state.waiting.addLast(turn);
        long left = mostWait.toNanos();
        try {
            while (turn.place == null && !state.isClosed && left > 0) {
                left = turn.changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (turn.place == null) {
            state.waiting.remove(turn);
            admitNext();
        }
        return Optional.ofNullable(turn.place);
    }

    /** Gives back some of what a request was estimated to take. */
    void giveBack(long bytes) {
        lock.lock();
        try {
            state.inFlight.giveBack(bytes);
            admitNext();
        } finally {
            lock.unlock();
        }
    }

    /** Makes way for the next. */
    void leave(RequestPlace place) {
        lock.lock();
        try {
            state.inFlight.remove(place, nanoTime.getAsLong());
            admitNext();
            if (state.inFlight.requests() == 0) {
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
            next.place = state.inFlight.add(this, next.bytes, nanoTime.getAsLong());
            next.changed.signal();
        }
    }

    /** How many requests are worked on. */
    public int requestsInFlight() {
        lock.lock();
        try {
            return state.inFlight.requests();
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
            while (state.inFlight.requests() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
