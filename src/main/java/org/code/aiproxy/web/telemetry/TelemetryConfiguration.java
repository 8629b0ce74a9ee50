package org.code.aiproxy.web.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    @Bean
    RequestSpending spending() {
        return new RequestSpending();
    }

    @Bean
    Overhead overhead(MeterRegistry meters) {
        return new Overhead(meters);
    }

    /** Health checks and scrapes come every few seconds, and say nothing new. */
    @Bean
    ObservationPredicate onlyWork() {
        return (_, context) ->
                !(context instanceof ServerRequestObservationContext request
                        && isRoutine(request.getCarrier()));
    }

    private static boolean isRoutine(@Nullable HttpServletRequest request) {
        return request == null
                || request.getRequestURI().equals("/")
                || request.getRequestURI().startsWith("/actuator");
    }
}
