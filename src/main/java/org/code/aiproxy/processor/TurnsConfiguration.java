package org.code.aiproxy.processor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TurnsConfiguration {

    @Bean
    Turns turns() {
        return new Turns(Runtime.getRuntime().availableProcessors());
    }
}
