package org.code.aiproxy.web.telemetry;

import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/** How much of a request's time passes while calls to providers are in flight, in nanoseconds. */
final class ProviderTime {

    private final long requestBegan;
    private final ReentrantLock lock = new ReentrantLock();
    private final State state = new State();

    /** What the lock guards. */
    private static final class State {
        private boolean hasCalled;
        private int calls;
        private long callsBegan;
        private long covered;
    }

    ProviderTime(long requestBegan) {
        this.requestBegan = requestBegan;
    }

    void callBegins() {
        lock.lock();
        try {
            if (state.calls == 0) {
                state.callsBegan = System.nanoTime();
            }
            state.hasCalled = true;
            state.calls++;
        } finally {
            lock.unlock();
        }
    }

    void callEnds() {
        lock.lock();
        try {
            state.calls--;
            if (state.calls == 0) {
                state.covered += System.nanoTime() - state.callsBegan;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The rest of the time up to now; none where no call was made. */
    OptionalLong overhead() {
        lock.lock();
        try {
            return state.hasCalled
                    ? OptionalLong.of(System.nanoTime() - requestBegan - state.covered)
                    : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }
}
