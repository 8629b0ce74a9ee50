package org.code.aiproxy.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.code.aiproxy.web.admission.RejectionHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    Refusals refusals(JsonMapper mapper) {
        return new Refusals(mapper);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages(
            JsonMapper mapper) {
        return insteadOfPages(mapper);
    }

    @Bean
    RejectionHandler busyRejection(JsonMapper mapper, MeterRegistry meters) {
        return new BusyRejection(mapper, meters);
    }

    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> insteadOfPages(
            JsonMapper mapper) {
        return tomcat ->
                tomcat.addContextCustomizers(context -> {
                    StandardHost host = (StandardHost) context.getParent();
                    host.getPipeline().addValve(new ProblemValve(mapper));
                    // Otherwise the host adds one of its own, which would be asked first.
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                });
    }
}
