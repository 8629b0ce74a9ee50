package org.code.aiproxy.web.body;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    /**
     * Bodies in unknown encodings are refused. Each route has one form, so {@code Accept} decides
     * nothing. It must not refuse either: an assessment would have been paid for by the time that
     * its answer is written.
     */
    @Bean
    WebMvcConfigurer bodiesAsTheyAreSentAndAnswered() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EncodingInterceptor());
            }
        };
    }

    /**
     * @param mostBytes the limit that Tomcat holds forms and multipart bodies to
     */
    @Bean
    RequestBody requestBody(
            JsonMapper mapper,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostBytes) {
        return new RequestBody(mapper, mostBytes);
    }
}
