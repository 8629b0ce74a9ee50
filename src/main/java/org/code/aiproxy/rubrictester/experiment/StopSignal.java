package org.code.aiproxy.rubrictester.experiment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Says, once, that a run is to begin nothing new. Thread-safe. */
public final class StopSignal {

    private final AtomicReference<String> reason = new AtomicReference<>("");
    private final CountDownLatch given = new CountDownLatch(1);

    /**
     * Ends the run after what is in flight.
     *
     * @param why a sentence; of several, the first counts
     */
    public void stop(String why) {
        reason.compareAndSet("", why);
        given.countDown();
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
