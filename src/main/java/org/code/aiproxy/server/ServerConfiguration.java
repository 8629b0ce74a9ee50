package org.code.aiproxy.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.turns.Turns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class ServerConfiguration {

    /**
     * Bodies may take this part of the heap: a program is held as bytes, as text, and in what goes
     * to the model.
     */
    private static final int BODIES_SHARE = 8;

    /** Socket buffers off the heap: 16 kB for each connection, and connections wait for models. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> socketBuffersOffTheHeap() {
        return tomcat ->
                tomcat.addConnectorCustomizers(
                        connector -> connector.setProperty("socket.directBuffer", "true"));
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
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsInSight(
            LimitsProperties limits, TimeBudget budget) {
        return tomcat -> {
            tomcat.setProtocol(ConnectionProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector ->
                    ((ConnectionProtocol) connector.getProtocolHandler())
                            .setHeaderTime(limits.bodyTime()));
            tomcat.addEngineValves(new ConnectionValve(limits.bodyTime(), budget.time()));
        };
    }

    /**
     * Bodies in unknown encodings are refused. Each route has one form, so {@code Accept} decides
     * nothing. It must not refuse either: an assessment would have been paid for by the time that
     * its answer is written.
     */
    @Bean
    WebMvcConfigurer bodiesAsTheyAreSentAndAnswered() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EncodingInterceptor());
            }
        };
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

    @Bean
    Admission admission(LimitsProperties limits) {
        Heap heap = new Heap();
        return new Admission(limits.inFlight(), heap.size() / BODIES_SHARE, heap::isShort);
    }

    @Bean
    MeterBinder requestsInFlight(Admission admission) {
        return meters ->
                Gauge.builder("aiproxy.requests.in.flight", admission, Admission::requestsInFlight)
                        .description("Requests that are worked on")
                        .register(meters);
    }

    @Bean
    Drain drain(Admission admission, LimitsProperties limits) {
        return new Drain(admission, limits.drain());
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
        return inOrder(new SecurityHeadersFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<RequestLogFilter> requestLogFilter() {
        return inOrder(new RequestLogFilter(), 1);
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFilter(
            Admission admission,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize longestBody) {
        return inOrder(new AdmissionFilter(admission, longestBody), 2);
    }

    /** Before what computes, so that nothing is computed before its turn. */
    @Bean
    FilterRegistrationBean<TurnFilter> turnFilter(Turns turns) {
        return inOrder(new TurnFilter(turns), 3);
    }

    static <T extends Filter> FilterRegistrationBean<T> inOrder(T filter, int place) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
