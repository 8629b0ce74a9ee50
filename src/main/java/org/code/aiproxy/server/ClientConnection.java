package org.code.aiproxy.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

/**
 * The connection that a request came over. Servlets hear of a client that hangs up only when they
 * read or write; Tomcat can look without waiting.
 */
final class ClientConnection {

    static final String ATTRIBUTE = ClientConnection.class.getName();

    private final Request request;

    ClientConnection(Request request) {
        this.request = request;
    }

    static Optional<ClientConnection> of(HttpServletRequest request) {
        return Optional.ofNullable((ClientConnection) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Whether the client has closed or lost it. To be called while nobody reads from the request;
     * before its body was read to the end nothing is known.
     */
    boolean isClosed() {
        AtomicBoolean isRead = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, isRead);
        // What is there to read at first can be a request that follows. It isn't counted again,
        // and the end of the connection is.
        return isRead.get() && hasInput() && hasInput();
    }

    private boolean hasInput() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }
}
