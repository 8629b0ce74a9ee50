package org.code.aiproxy.model.offline;

import org.code.aiproxy.feature.FeatureExtractor;
import org.code.aiproxy.model.ModelClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class OfflineConfiguration {

    /** The last to be asked, so that it is the default only where no provider is configured. */
    @Bean
    @Order(4)
    ModelClient offlineModelClient() {
        return new OfflineModelClient(new FeatureExtractor());
    }
}
