package org.code.aiproxy.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Cuts slow senders off, waits for slow readers, and lets what handles a request look at its
 * connection, which holds no more memory than it needs.
 */
final class ConnectionValve extends ValveBase {

    /**
     * So many unread bodies are taken in at once after their requests were answered; each holds
     * some 30 kB meanwhile, and its sender decides for how long.
     */
    private static final int MOST_UNREAD = 200;

    private final Duration bodyTime;
    private final Duration readersPause;
    private final Supplier<Duration> stalled;
    private final Semaphore unread = new Semaphore(MOST_UNREAD);

    /**
     * @param bodyTime how long a request's body may take to arrive
     * @param readersPause how long a caller may read nothing of an answer. Tomcat would give it as
     *     little time as a sender
     * @param stalled for how long this process has stood still so far
     */
    ConnectionValve(Duration bodyTime, Duration readersPause, Supplier<Duration> stalled) {
        super(true);
        this.stalled = stalled;
        this.bodyTime = bodyTime;
        this.readersPause = readersPause;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        CharacterBuffer.shrink(request);
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        ConnectionProtocol.current()
                .ifPresent(socket -> {
                    socket.setWriteTimeout(readersPause.toMillis());
                    request.setAttribute(
                            ClientConnection.ATTRIBUTE, new ClientConnection(connection, socket));
                });
        InputBuffer input = connection.getInputBuffer();
        InputBuffer patient = new PatientInput(input, bodyTime, stalled);
        connection.setInputBuffer(GzipInput.of(connection, patient));
        try {
            getNext().invoke(request, response);
            response.finishResponse();
            connection.setInputBuffer(patient);
            takeIn(new UnreadBody(connection));
        } finally {
            // It serves the connection's next request too.
            connection.setInputBuffer(input);
        }
    }

    private void takeIn(UnreadBody body) {
        if (body.isNothing()) {
            return;
        }
        if (!unread.tryAcquire()) {
            body.abandon();
            return;
        }
        try {
            body.skip();
        } finally {
            unread.release();
        }
    }
}
