package org.code.aiproxy.web.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, with the connection of the request that is worked on at hand. Tomcat makes one
 * by its name, and so it is public.
 */
public final class ConnectionProtocol extends Http11NioProtocol {

    private static final ScopedValue<SocketWrapperBase<?>> CONNECTION = ScopedValue.newInstance();

    private static final int RESPONSE_BUFFER_BYTES = 1024;

    /** Trailers are not read; Tomcat would reserve 8 kB for them. */
    private static final int LONGEST_TRAILER_BYTES = 256;

    /**
     * Connections whose requests' headers are coming in. Their senders decide for how long they
     * hold a buffer for them.
     */
    private final Set<SocketWrapperBase<?>> incomplete = ConcurrentHashMap.newKeySet();

    private Duration headerTime = Duration.ZERO;
    private int mostIncomplete = Integer.MAX_VALUE;

    public ConnectionProtocol() {
        super(new HealthFirstEndpoint());
        setMaxTrailerSize(LONGEST_TRAILER_BYTES);
    }

    /**
     * @param time how long a request's line and headers may take to arrive. Tomcat limits only the
     *     wait for each piece of them
     */
    void setHeaderTime(Duration time) {
        headerTime = time;
    }

    /**
     * @param connections how many connections' headers may be coming in at once, in pieces
     */
    void setMostIncomplete(int connections) {
        mostIncomplete = connections;
    }

    private boolean isOneTooMany(SocketWrapperBase<?> connection) {
        incomplete.add(connection);
        if (incomplete.size() > mostIncomplete) {
            incomplete.removeIf(SocketWrapperBase::isClosed);
        }
        return incomplete.size() > mostIncomplete;
    }

    /** The connection of the request that the current thread works on, if Tomcat called it. */
    static Optional<SocketWrapperBase<?>> current() {
        return CONNECTION.isBound() ? Optional.of(CONNECTION.get()) : Optional.empty();
    }

    /** Answers are written whole, past the buffer; it would be 24 kB for each request in flight. */
    @Override
    public int getDesiredBufferSize() {
        return RESPONSE_BUFFER_BYTES;
    }

    @Override
    protected Processor createProcessor() {
        return new PatientProcessor();
    }

    /** Gives up on headers that don't come, and tells what handles a request its connection. */
    private final class PatientProcessor extends Http11Processor {

        /** When the first piece of a request came whose headers haven't all come; else 0. */
        private long began;

        PatientProcessor() {
            super(ConnectionProtocol.this, ConnectionProtocol.this.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            began = began == 0 ? System.nanoTime() : began;
            SocketState state =
                    ScopedValue.where(CONNECTION, connection).call(() -> super.service(connection));
            boolean isIncomplete = state == SocketState.LONG;
            if (isIncomplete
                    && System.nanoTime() - began <= headerTime.toNanos()
                    && !isOneTooMany(connection)) {
                return state;
            }
            began = 0;
            incomplete.remove(connection);
            return isIncomplete ? SocketState.CLOSED : state;
        }
    }
}
