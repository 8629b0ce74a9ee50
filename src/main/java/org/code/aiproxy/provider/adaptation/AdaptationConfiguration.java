package org.code.aiproxy.provider.adaptation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdaptationConfiguration {

    @Bean
    Adaptations adaptations(MeterRegistry meters) {
        return new Adaptations(meters, Ticker.systemTicker());
    }
}
