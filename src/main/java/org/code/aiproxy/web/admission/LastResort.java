package org.code.aiproxy.web.admission;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when it was told to stop and hasn't in time, whatever holds it up. Its threads
 * are there from the beginning: a process in trouble may not get new ones.
 */
final class LastResort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    /** What shells report for SIGTERM: 128 and the signal's number. */
    private static final int TERMINATED = 143;

    private final Duration patience;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread hook = new Thread(stopping::countDown, "last-resort-hook");
    private final Thread waiter;

    /**
     * @param patience how long an orderly stop may take
     */
    LastResort(Duration patience) {
        this.patience = patience;
        this.waiter = Thread.ofPlatform().name("last-resort").daemon().start(this::await);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            stopping.await();
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            return;
        }
        try {
            LOG.error("Ending this process: it didn't stop within {} s", patience.toSeconds());
        } finally {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    /** Stops waiting: the service has stopped, or a test's context is closed. */
    @Override
    public void close() {
        if (stopping.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
            waiter.interrupt();
        }
    }
}
