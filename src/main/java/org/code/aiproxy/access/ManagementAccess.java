package org.code.aiproxy.access;

import java.net.InetAddress;
import org.code.aiproxy.problem.Refusals;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Holds the management port to the same, where there is one: it is a server of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementAccess {

    @Bean
    FilterRegistrationBean<KeyFilter> managementKeyFilter(
            AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        return AccessConfiguration.onlyWithKey(properties, keys, accounts, refusals);
    }

    @Bean
    FilterRegistrationBean<BrowserFilter> managementBrowserFilter(
            AccessProperties properties, Refusals refusals) {
        return AccessConfiguration.onlyWithoutKey(properties, refusals);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> managementOnLoopback(
            AccessProperties properties) {
        return server -> {
            if (properties.isForThisMachineOnly()) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
