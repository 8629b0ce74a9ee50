package org.code.aiproxy.assessment;

import java.util.List;
import org.code.aiproxy.feature.StaticAssessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentProperties.class)
class AssessmentConfiguration implements WebMvcConfigurer {

    private final JsonMapper mapper;
    private final DataSize mostBytes;

    /**
     * @param mostBytes the limit that Tomcat holds forms and multipart bodies to
     */
    AssessmentConfiguration(
            JsonMapper mapper,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostBytes) {
        this.mapper = mapper;
        this.mostBytes = mostBytes;
    }

    @Bean
    static StaticAssessor staticAssessor() {
        return new StaticAssessor();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestFieldsResolver(mapper, mostBytes));
    }
}
