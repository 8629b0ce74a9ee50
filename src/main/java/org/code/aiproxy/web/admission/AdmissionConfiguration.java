package org.code.aiproxy.web.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.processor.ProcessorQueue;
import org.code.aiproxy.web.connection.ConnectionLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class AdmissionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionConfiguration.class);

    /** Collections of a heap of some GB take seconds; of ten they leave some. */
    private static final Duration HOPELESS = Duration.ofSeconds(10);

    /** For what comes after requests in flight: the web server, and what is left to be exported. */
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(15);

    @Bean
    ConnectionLimits connectionLimits(
            LimitsProperties limits, TimeBudget budget, RequestMemory memory, Watchdog watchdog) {
        return new ConnectionLimits(
                limits.bodyTime(), budget.time(), memory.waiting(), watchdog::stalled);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsTakenOn(
            Admission admission,
            ProcessorQueue processors,
            RejectionHandler rejection,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize longestBody) {
        return tomcat ->
                tomcat.addEngineValves(
                        new AdmissionValve(admission, processors, rejection, longestBody));
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
                "Handling up to {} requests at once; AIPROXY_MAX_IN_FLIGHT is {}, and the heap of {} MB has room for {}",
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
                        .description("Requests in flight")
                        .register(meters);
    }

    @Bean
    MeterBinder requestsWaiting(Admission admission) {
        return meters ->
                Gauge.builder("aiproxy.requests.waiting", admission, Admission::requestsWaiting)
                        .description("Requests waiting for their turn")
                        .register(meters);
    }

    /** Commands have none: it would be started with them. */
    @Bean
    @ConditionalOnWebApplication
    Drain drain(Admission admission, LimitsProperties limits) {
        return new Drain(admission, limits.drain());
    }
}
