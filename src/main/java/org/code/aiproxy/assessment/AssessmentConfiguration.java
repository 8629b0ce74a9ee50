package org.code.aiproxy.assessment;

import org.code.aiproxy.feature.StaticAssessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentProperties.class)
class AssessmentConfiguration {

    @Bean
    StaticAssessor staticAssessor() {
        return new StaticAssessor();
    }
}
