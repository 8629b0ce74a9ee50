package org.code.aiproxy.server;

import java.io.IOException;
import java.util.Optional;
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

    /** The connection of the request that the current thread works on, if Tomcat called it. */
    static Optional<SocketWrapperBase<?>> current() {
        return CONNECTION.isBound() ? Optional.of(CONNECTION.get()) : Optional.empty();
    }

    @Override
    protected Processor createProcessor() {
        return new Http11Processor(this, getAdapter()) {
            @Override
            public SocketState service(SocketWrapperBase<?> connection) throws IOException {
                return ScopedValue.where(CONNECTION, connection)
                        .call(() -> super.service(connection));
            }
        };
    }
}
