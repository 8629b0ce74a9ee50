package org.code.aiproxy.access;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/** Wants the key on the management port too, where there is one: it is a server of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementAccess {

    @Bean
    KeyFilter managementKeyFilter(AccessProperties properties) {
        return new KeyFilter(properties.keys());
    }
}
