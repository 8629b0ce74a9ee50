package org.code.aiproxy.provider.observation;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.OpenTelemetry;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

    @Bean
    ModelCalls modelCalls(ObservationRegistry observations) {
        return new ModelCalls(observations);
    }

    @Bean
    ModelCallConvention modelCallConvention() {
        return new ModelCallConvention();
    }

    @Bean
    ModelCallMeters modelCallMeters(MeterRegistry meters, ModelLifetimes lifetimes) {
        return new ModelCallMeters(meters, lifetimes);
    }

    /** Asked before Micrometer's own: the first that takes a call makes its span. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelCallSpans modelCallSpans(Tracer tracer, Propagator propagator) {
        return new ModelCallSpans(tracer, propagator);
    }

    /** The name of a class, which {@code error.type} says better. */
    @Bean
    MeterFilter noClassesOfErrors() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(ModelCallConvention.DURATION)
                        ? id.replaceTags(
                                id.getTags().stream()
                                        .filter(tag -> !tag.getKey().equals("error"))
                                        .toList())
                        : id;
            }
        };
    }

    /** What Spring Boot has for a disabled one makes spans anyway, for no one. */
    @Bean
    @ConditionalOnBooleanProperty(name = "management.opentelemetry.enabled", havingValue = false)
    OpenTelemetry noOpenTelemetry() {
        return OpenTelemetry.noop();
    }

    /** So that what is logged on the threads of parallel calls names the request as well. */
    @Bean
    InitializingBean loggingContext() {
        return () ->
                ContextRegistry.getInstance()
                        .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
    }
}
