package org.code.aiproxy.web.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connection that a request came over. Servlets hear of a client that disconnects only when
 * they read or write; Tomcat can look without waiting.
 */
final class ClientConnection {

    static final String ATTRIBUTE = ClientConnection.class.getName();

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Request request;
    private final SocketWrapperBase<?> socket;

    ClientConnection(Request request, SocketWrapperBase<?> socket) {
        this.request = request;
        this.socket = socket;
    }

    static Optional<ClientConnection> of(HttpServletRequest request) {
        return Optional.ofNullable((ClientConnection) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Whether the client has closed or lost it. To be called while no one reads from the request;
     * before its body was read to the end nothing is known, nor after a client sent several kB of
     * further requests without waiting for an answer.
     */
    boolean isClosed() {
        return new UnreadBody(request).isNothing() && hasEnded();
    }

    /**
     * Lets Tomcat read ahead as far as its buffer for the connection reaches: the next request is
     * read from there.
     */
    private boolean hasEnded() {
        try {
            socket.read(false, NOTHING.duplicate());
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
