package org.code.aiproxy.json;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonFactoryBuilderCustomizer foreignJsonLimits() {
        return factory -> factory.streamReadConstraints(ForeignJson.LIMITS);
    }
}
