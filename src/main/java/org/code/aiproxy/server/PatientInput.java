package org.code.aiproxy.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A request's body that has to come in within a time. Tomcat limits only the wait for each piece of
 * it, and somebody who sends a byte now and then could stay for ever.
 */
final class PatientInput implements InputBuffer {

    private final InputBuffer input;
    private final Duration patience;
    private final long start = System.nanoTime();

    PatientInput(InputBuffer input, Duration patience) {
        this.input = input;
        this.patience = patience;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (System.nanoTime() - start > patience.toNanos()) {
            throw new SocketTimeoutException("the body takes too long to come in");
        }
        return input.doRead(handler);
    }

    @Override
    public int available() {
        return input.available();
    }
}
