package org.code.aiproxy.server;

import org.code.aiproxy.turns.Turns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Socket buffers off the heap: 16 kB for each connection, and connections wait for models. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> socketBuffersOffTheHeap() {
        return tomcat ->
                tomcat.addConnectorCustomizers(
                        connector -> connector.setProperty("socket.directBuffer", "true"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsInSight() {
        return tomcat -> tomcat.addEngineValves(new ConnectionValve());
    }

    @Bean
    HangUps hangUps() {
        return new HangUps();
    }

    /**
     * @param mostBytes the limit that Tomcat holds forms and multipart bodies to
     */
    @Bean
    RequestBody requestBody(
            JsonMapper mapper,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostBytes) {
        return new RequestBody(mapper, mostBytes);
    }

    /** Before all other filters, so that nothing is computed before its turn. */
    @Bean
    FilterRegistrationBean<TurnFilter> turnFilter(Turns turns) {
        FilterRegistrationBean<TurnFilter> filter =
                new FilterRegistrationBean<>(new TurnFilter(turns));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
