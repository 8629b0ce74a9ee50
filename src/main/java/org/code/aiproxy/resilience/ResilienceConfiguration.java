package org.code.aiproxy.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
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
    Resilience resilience(ResilienceProperties properties, CircuitBreakerRegistry breakers) {
        return new Resilience(properties, breakers);
    }
}
