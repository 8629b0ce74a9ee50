package org.code.aiproxy.web.access;

import java.net.InetAddress;
import org.code.aiproxy.web.problem.Refusals;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Holds the management port to the same, where there is one: it is a server of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementAccess {

    @Bean
    KeyFilter managementKeyFilter(
            AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        return new KeyFilter(properties, keys, accounts, refusals);
    }

    @Bean
    BrowserFilter managementBrowserFilter(
            AccessProperties properties, HostNames hosts, Refusals refusals) {
        return new BrowserFilter(properties, hosts, refusals);
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
