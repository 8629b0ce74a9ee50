package org.code.aiproxy.rubrictester.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says, once, that a run is to begin nothing new; and later, if what is in flight takes too long,
 * to give that up as well. Thread-safe.
 */
public final class StopSignal {

    private final AtomicReference<String> reason = new AtomicReference<>("");
    private final CountDownLatch given = new CountDownLatch(1);
    private final Set<Thread> inFlight = ConcurrentHashMap.newKeySet();

    /**
     * Ends the run after what is in flight.
     *
     * @param why a sentence; of several, the first counts
     */
    public void stop(String why) {
        reason.compareAndSet("", why);
        given.countDown();
    }

    /** Gives up what is in flight. */
    public void abort() {
        List.copyOf(inFlight).forEach(Thread::interrupt);
    }

    /** The calling thread does what can be given up, until {@link #isDone}. */
    void isInFlight() {
        inFlight.add(Thread.currentThread());
    }

    /** The calling thread does nothing more that can be given up. */
    void isDone() {
        inFlight.remove(Thread.currentThread());
        // What comes next, such as telling of the result, is not to be given up.
        var _ = Thread.interrupted();
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Why the run ends; blank while it goes on. */
    public String reason() {
        return reason.get();
    }

    /** Waits, but no longer than until the signal is given. */
    void sleep(Duration time) {
        try {
            var _ = given.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
