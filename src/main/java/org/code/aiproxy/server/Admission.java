package org.code.aiproxy.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Decides whether one more request can be worked on, and knows how many are. */
public final class Admission {

    /** So few requests fill no heap, and what filled it may be gone since it was measured. */
    private static final int ALWAYS = 16;

    private final int mostRequests;
    private final long mostBytes;
    private final BooleanSupplier isHeapShort;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final State state = new State();

    /** What the lock guards. */
    private static final class State {
        private int requests;
        private long bytes;
        private boolean isClosed;
    }

    /**
     * @param mostRequests how many requests may be worked on at once
     * @param mostBytes how long their bodies may be together
     * @param isHeapShort whether memory for more is wanting
     */
    Admission(int mostRequests, long mostBytes, BooleanSupplier isHeapShort) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
        this.isHeapShort = isHeapShort;
    }

    /**
     * Takes a request on, if there is room for it; if so, {@link #leave} is to be called in the
     * end.
     *
     * @param bytes how long its body is, or may be
     */
    boolean enter(long bytes) {
        lock.lock();
        try {
            if (state.isClosed || !hasRoomFor(bytes)) {
                return false;
            }
            state.requests++;
            state.bytes += bytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoomFor(long bytes) {
        return state.requests < Math.min(ALWAYS, mostRequests)
                || (state.requests < mostRequests
                        && state.bytes + bytes <= mostBytes
                        && !isHeapShort.getAsBoolean());
    }

    void leave(long bytes) {
        lock.lock();
        try {
            state.requests--;
            state.bytes -= bytes;
            if (state.requests == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
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
            long left = atMost.toNanos();
            while (state.requests > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
