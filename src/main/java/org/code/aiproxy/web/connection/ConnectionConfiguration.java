package org.code.aiproxy.web.connection;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    /**
     * Socket buffers off the heap, and a small one for reading: Tomcat adds its size to that of the
     * buffer on the heap which holds a request's headers, and connections wait for models.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallSocketBuffers() {
        return tomcat ->
                tomcat.addConnectorCustomizers(connector -> {
                    connector.setProperty("socket.directBuffer", "true");
                    connector.setProperty("socket.appReadBufSize", "1024");
                    connector.setProperty("socket.appWriteBufSize", "2048");
                });
    }

    /** OpenAI's clients write a model's name in a path so, and names can have slashes in them. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInNames() {
        return tomcat ->
                tomcat.addConnectorCustomizers(connector ->
                        connector.setEncodedSolidusHandling(
                                EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    ConnectionCustomizer connectionsInSight(ConnectionLimits limits) {
        return new ConnectionCustomizer(limits);
    }

    @Bean
    HangUps hangUps() {
        return new HangUps();
    }
}
