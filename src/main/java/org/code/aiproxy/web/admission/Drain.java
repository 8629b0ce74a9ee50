package org.code.aiproxy.web.admission;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets requests in flight finish when the service is stopped. Until then the server goes on: the
 * health check tells that this task isn't ready, and new requests are refused in words.
 */
final class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Admission admission;
    private final Duration atMost;
    private volatile boolean isRunning;

    Drain(Admission admission, Duration atMost) {
        this.admission = admission;
        this.atMost = atMost;
    }

    @Override
    public void start() {
        admission.open();
        isRunning = true;
    }

    @Override
    public void stop() {
        LOG.info("Stopping; {} requests are in flight", admission.requestsInFlight());
        try {
            admission.close(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("Stopped with {} requests in flight", admission.requestsInFlight());
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Stopped before the web server, which has a lower phase. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
