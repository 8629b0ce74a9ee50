package org.code.aiproxy.provider.call;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.code.aiproxy.provider.observation.ModelCalls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResilienceProperties.class)
class ResilienceConfiguration {

    @Bean
    CircuitBreakerRegistry circuitBreakers(ResilienceProperties properties) {
        return CircuitBreakerRegistry.of(Resilience.breaker(properties));
    }

    @Bean
    Resilience resilience(
            ResilienceProperties properties,
            CircuitBreakerRegistry breakers,
            ModelCalls calls,
            MeterRegistry meters) {
        return new Resilience(properties, breakers, calls, meters);
    }

    @Bean
    TaggedCircuitBreakerMetrics circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }
}
