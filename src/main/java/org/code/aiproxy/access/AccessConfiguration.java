package org.code.aiproxy.access;

import java.net.InetAddress;
import org.code.aiproxy.problem.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    KeyFilter keyFilter(AccessProperties properties) {
        return new KeyFilter(properties.keys());
    }

    @Bean
    FilterRegistrationBean<BrowserFilter> browserFilter(
            AccessProperties properties, Refusals refusals) {
        return onlyWithoutKey(properties, refusals);
    }

    static FilterRegistrationBean<BrowserFilter> onlyWithoutKey(
            AccessProperties properties, Refusals refusals) {
        FilterRegistrationBean<BrowserFilter> registration =
                new FilterRegistrationBean<>(
                        new BrowserFilter(new HostNames(properties.hosts()), refusals));
        registration.setEnabled(!properties.needsKey());
        return registration;
    }

    /** Without a key anybody who can connect can spend money, so nobody else can connect. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackWithoutKey(
            AccessProperties properties) {
        return server -> {
            if (properties.isForThisMachineOnly()) {
                LOG.warn("No AIPROXY_API_KEY is set: listening on loopback only");
                server.setAddress(InetAddress.getLoopbackAddress());
            } else if (!properties.needsKey()) {
                LOG.warn("No AIPROXY_API_KEY is set, and AIPROXY_ALLOW_ANONYMOUS lets anyone call");
            }
        };
    }
}
