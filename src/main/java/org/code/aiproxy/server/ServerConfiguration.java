package org.code.aiproxy.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.time.Duration;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.turns.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ServerConfiguration.class);

    /** Collections of a heap of some GB take seconds; of ten they leave some. */
    private static final Duration HOPELESS = Duration.ofSeconds(10);

    /** For what comes after requests in flight: the web server, and what is left to be exported. */
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(15);

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
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsInSight(
            LimitsProperties limits,
            TimeBudget budget,
            Watchdog watchdog,
            RequestMemory memory,
            Admission admission,
            Turns turns,
            RejectionHandler rejection,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize longestBody) {
        return tomcat -> {
            tomcat.setProtocol(ConnectionProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector -> {
                ConnectionProtocol protocol = (ConnectionProtocol) connector.getProtocolHandler();
                protocol.setHeaderTime(limits.bodyTime());
                protocol.setMostIncomplete(memory.waiting());
            });
            // In this order: what is refused has a body, too, that must be taken in.
            tomcat.addEngineValves(
                    new ConnectionValve(limits.bodyTime(), budget.time(), watchdog::stalled),
                    new AdmissionValve(admission, turns, rejection, longestBody));
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
    Watchdog watchdog() {
        return new Watchdog(new Heap(), HOPELESS, Watchdog::endProcess);
    }

    @Bean
    LastResort lastResort(LimitsProperties limits) {
        return new LastResort(limits.drain().plus(AFTER_DRAIN));
    }

    @Bean
    RequestMemory requestMemory() {
        return RequestMemory.ofHeap(new Heap().size());
    }

    @Bean
    Admission admission(LimitsProperties limits, RequestMemory memory, Watchdog watchdog) {
        LOG.info(
                "Working on up to {} requests at once; AIPROXY_MAX_IN_FLIGHT is {}, and the heap of {} MB has room for {}",
                Math.min(limits.inFlight(), memory.requests()),
                limits.inFlight(),
                new Heap().size() >> 20,
                memory.requests());
        return new Admission(
                limits.inFlight(),
                memory,
                limits.queueTime(),
                watchdog::isHeapShort,
                System::nanoTime);
    }

    @Bean
    MeterBinder requestsInFlight(Admission admission) {
        return meters ->
                Gauge.builder("aiproxy.requests.in.flight", admission, Admission::requestsInFlight)
                        .description("Requests that are worked on")
                        .register(meters);
    }

    @Bean
    MeterBinder requestsWaiting(Admission admission) {
        return meters ->
                Gauge.builder("aiproxy.requests.waiting", admission, Admission::requestsWaiting)
                        .description("Requests that wait to be worked on")
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

    static <T extends Filter> FilterRegistrationBean<T> inOrder(T filter, int place) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
