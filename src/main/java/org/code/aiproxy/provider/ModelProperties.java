package org.code.aiproxy.provider;

import java.time.Duration;
import java.util.Optional;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for models of all providers.
 *
 * @param defaultModel the model for requests that name none; without it, the first configured
 *     provider's
 * @param catalogue the path of a JSON file with cards that add to the shipped catalogue, or replace
 *     its cards
 * @param budget the time that one request may take in all; the caller gives up after 165 s
 * @param warmUp how long calls wait for the first one of their lesson to fill the provider's cache;
 *     0 for not at all
 */
@ConfigurationProperties("aiproxy.model")
record ModelProperties(
        Optional<String> defaultModel,
        Optional<String> catalogue,
        @DefaultValue("150s") Duration budget,
        @DefaultValue("5s") Duration warmUp) {

    ModelProperties {
        defaultModel = defaultModel.filter(model -> !model.isBlank());
        catalogue = catalogue.filter(path -> !path.isBlank());
        if (!budget.isPositive()) {
            throw new InvalidSettingException("AIPROXY_BUDGET", "a time such as 150s", budget);
        }
        if (warmUp.isNegative()) {
            throw new InvalidSettingException(
                    "aiproxy.model.warm-up", "a time such as 5s, or 0s", warmUp);
        }
    }
}
