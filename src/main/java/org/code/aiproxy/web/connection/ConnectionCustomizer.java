package org.code.aiproxy.web.connection;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Has Tomcat limit slow connections. Before what decides on requests: what is refused has a body,
 * too, that must be taken in.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class ConnectionCustomizer
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ConnectionLimits limits;

    ConnectionCustomizer(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(ConnectionProtocol.class.getName());
        tomcat.addConnectorCustomizers(connector -> {
            ConnectionProtocol protocol = (ConnectionProtocol) connector.getProtocolHandler();
            protocol.setHeaderTime(limits.bodyTime());
            protocol.setMostIncomplete(limits.mostIncomplete());
        });
        tomcat.addEngineValves(
                new ConnectionValve(limits.bodyTime(), limits.readersPause(), limits.stalled()));
    }
}
