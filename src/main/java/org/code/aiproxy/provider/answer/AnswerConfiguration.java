package org.code.aiproxy.provider.answer;

import org.code.aiproxy.processor.ProcessorQueue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
class AnswerConfiguration {

    @Bean
    AnswerLimits answerLimits(AnswerProperties properties, ProcessorQueue processors) {
        return new AnswerLimits(
                properties.maxSize().toBytes(),
                properties.silence(),
                new AnswerMemory(Runtime.getRuntime().maxMemory()),
                processors::await);
    }
}
