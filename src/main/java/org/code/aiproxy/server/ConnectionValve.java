package org.code.aiproxy.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/** Cuts slow senders off, and lets what handles a request look at its connection. */
final class ConnectionValve extends ValveBase {

    private final Duration bodyTime;

    /**
     * @param bodyTime how long a request's body may take to come in
     */
    ConnectionValve(Duration bodyTime) {
        super(true);
        this.bodyTime = bodyTime;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        ConnectionProtocol.current()
                .map(socket -> new ClientConnection(connection, socket))
                .ifPresent(client -> request.setAttribute(ClientConnection.ATTRIBUTE, client));
        InputBuffer input = connection.getInputBuffer();
        connection.setInputBuffer(new PatientInput(input, bodyTime));
        try {
            getNext().invoke(request, response);
        } finally {
            // It serves the connection's next request too.
            connection.setInputBuffer(input);
        }
    }
}
