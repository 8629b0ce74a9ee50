package org.code.aiproxy.provider;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.configuration.WatchedFile;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.catalogue.CardIndex;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.provider.call.WarmPrefixes;
import org.code.aiproxy.provider.catalogue.CatalogueReader;
import org.code.aiproxy.provider.lifetime.EndWarnings;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;
import org.code.aiproxy.provider.lifetime.PublishedLifetimes;
import org.code.aiproxy.textfile.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class ModelConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ModelConfiguration.class);

    private static final Resource SHIPPED = new ClassPathResource("model-catalogue.json");

    /** The time by which models live and die. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ModelCatalogue modelCatalogue(ModelProperties properties, Clock clock) {
        // Nothing that is served at startup needs it, unless a default model is to be chosen.
        Supplier<CardIndex> shipped = SingletonSupplier.of(() -> CatalogueReader.read(SHIPPED));
        return new ModelCatalogue(
                properties
                        .catalogue()
                        .<Supplier<CardIndex>>map(file ->
                                new WatchedFile<>(
                                        "model cards",
                                        Path.of(file),
                                        path ->
                                                CatalogueReader.read(new FileSystemResource(path))
                                                        .before(shipped.get()),
                                        clock))
                        .orElse(shipped),
                clock);
    }

    @Bean
    ModelLifetimes modelLifetimes(
            ModelCatalogue catalogue, List<PublishedLifetimes> published, Clock clock) {
        return new ModelLifetimes(catalogue, published, clock);
    }

    @Bean
    EndWarnings endWarnings(ModelRouter models, ModelLifetimes lifetimes) {
        return new EndWarnings(models, lifetimes);
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
        requireKnown(router);
        LOG.info("Default model: {}", router.defaultModel());
        return router;
    }

    @Bean
    Fallback fallback(MeterRegistry meters) {
        return new Fallback(meters);
    }

    /** Requests that name no model would all be refused. */
    private static void requireKnown(ModelRouter router) {
        try {
            ModelNames.parse(router.defaultModel()).forEach(router::clientFor);
        } catch (ModelException.Unsupported e) {
            throw new InvalidSettingException(
                    "AIPROXY_DEFAULT_MODEL",
                    "can't be `%s`, which %s"
                            .formatted(new Shown(router.defaultModel()), e.getMessage()));
        }
    }

    /** By the catalogue: a start waits for nothing that isn't needed to serve. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> defaultModelWarning(
            ModelRouter models, EndWarnings warnings) {
        return _ -> warnings.known(models.defaultModel()).forEach(LOG::warn);
    }
}
