package org.code.aiproxy.web.log;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Sends the same headers from the management port, where there is one. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementHeaders {

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> managementHeadersFilter() {
        return LogConfiguration.inOrder(new SecurityHeadersFilter(), 0);
    }
}
