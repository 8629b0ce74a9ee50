package org.code.aiproxy.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Cuts slow senders off, waits for slow readers, and lets what handles a request look at its
 * connection.
 */
final class ConnectionValve extends ValveBase {

    private final Duration bodyTime;
    private final Duration readersPause;

    /**
     * @param bodyTime how long a request's body may take to come in
     * @param readersPause how long a caller may read nothing of an answer. Tomcat would give it as
     *     little time as a sender
     */
    ConnectionValve(Duration bodyTime, Duration readersPause) {
        super(true);
        this.bodyTime = bodyTime;
        this.readersPause = readersPause;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        ConnectionProtocol.current()
                .ifPresent(socket -> {
                    socket.setWriteTimeout(readersPause.toMillis());
                    request.setAttribute(
                            ClientConnection.ATTRIBUTE, new ClientConnection(connection, socket));
                });
        InputBuffer input = connection.getInputBuffer();
        InputBuffer patient = new PatientInput(input, bodyTime);
        connection.setInputBuffer(GzipInput.of(connection, patient));
        try {
            getNext().invoke(request, response);
            response.finishResponse();
            connection.setInputBuffer(patient);
            new Rest(connection).skip();
        } finally {
            // It serves the connection's next request too.
            connection.setInputBuffer(input);
        }
    }
}
