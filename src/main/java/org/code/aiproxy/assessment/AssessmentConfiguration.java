package org.code.aiproxy.assessment;

import java.util.List;
import org.code.aiproxy.feature.StaticAssessor;
import org.code.aiproxy.server.RequestBody;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentProperties.class)
class AssessmentConfiguration implements WebMvcConfigurer {

    private final RequestBody body;

    AssessmentConfiguration(RequestBody body) {
        this.body = body;
    }

    @Bean
    static StaticAssessor staticAssessor() {
        return new StaticAssessor();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestFieldsResolver(body));
    }
}
