package org.code.aiproxy.model;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class ModelConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ModelConfiguration.class);

    private static final Resource SHIPPED = new ClassPathResource("model-catalogue.json");

    @Bean
    ModelCatalogue modelCatalogue(ModelProperties properties) {
        return ModelCatalogue.read(
                Stream.concat(
                                properties.catalogue().map(FileSystemResource::new).stream(),
                                Stream.of(SHIPPED))
                        .toList());
    }

    @Bean
    TimeBudget timeBudget(ModelProperties properties) {
        return new TimeBudget(properties.budget());
    }

    @Bean
    WarmPrefixes warmPrefixes(ModelProperties properties) {
        return new WarmPrefixes(properties.warmUp(), System::nanoTime);
    }

    @Bean
    ModelRouter modelRouter(List<ModelClient> clients, ModelProperties properties) {
        ModelRouter router = new ModelRouter(clients, properties.defaultModel());
        LOG.info("Requests that name no model go to {}", router.defaultModel());
        return router;
    }
}
