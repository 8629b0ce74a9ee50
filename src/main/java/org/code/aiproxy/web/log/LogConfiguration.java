package org.code.aiproxy.web.log;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter() {
        return inOrder(new SecurityHeadersFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<RequestLogFilter> requestLogFilter() {
        return inOrder(new RequestLogFilter(), 1);
    }

    static <T extends Filter> FilterRegistrationBean<T> inOrder(T filter, int place) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
