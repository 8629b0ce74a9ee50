package org.code.aiproxy.processor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    @Bean
    ProcessorQueue processorQueue() {
        return new ProcessorQueue(Runtime.getRuntime().availableProcessors());
    }
}
