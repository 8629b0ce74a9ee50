package org.code.aiproxy.web.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A request's body that has to come in within a time. Tomcat limits only the wait for each piece of
 * it, and somebody who sends a byte now and then could stay for ever. Only time that is spent on
 * waiting for the sender counts: not what passes between reads, nor while this process stands
 * still.
 */
final class PatientInput implements InputBuffer {

    /** Within less the sender can't have lost its turn. */
    private static final Duration STALL = Duration.ofSeconds(1);

    private final InputBuffer input;
    private final Duration patience;
    private final Supplier<Duration> stalled;
    private final Duration stalledBefore;
    private Duration waited = Duration.ZERO;

    /**
     * @param stalled for how long this process has stood still so far
     */
    PatientInput(InputBuffer input, Duration patience, Supplier<Duration> stalled) {
        this.input = input;
        this.patience = patience;
        this.stalled = stalled;
        this.stalledBefore = stalled.get();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (waited.minus(ownStall()).compareTo(patience) > 0) {
            throw new SocketTimeoutException("the body takes too long to arrive");
        }
        long start = System.nanoTime();
        try {
            return input.doRead(handler);
        } catch (SocketTimeoutException e) {
            if (ownStall().compareTo(STALL) > 0) {
                throw new StalledException(e);
            }
            throw e;
        } finally {
            waited = waited.plusNanos(System.nanoTime() - start);
        }
    }

    private Duration ownStall() {
        return stalled.get().minus(stalledBefore);
    }

    @Override
    public int available() {
        return input.available();
    }
}
