package org.code.aiproxy;

import org.code.aiproxy.grading.baseline.OfflineModelClient;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.routing.ModelRouter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class BaselineConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(BaselineConfiguration.class);

    /** The last to be asked, so that it is the default only where no provider is configured. */
    @Bean
    @Order(5)
    ModelClient offlineModelClient() {
        return new OfflineModelClient(new FeatureExtractor());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> offlineWarning(ModelRouter models) {
        return event -> {
            if (models.defaultModel().equals(OfflineModelClient.NAME)) {
                LOG.warn(
                        "No model provider is configured: {}, which is not an AI model, grades programs",
                        OfflineModelClient.NAME);
            }
        };
    }
}
