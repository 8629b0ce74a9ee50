package org.code.aiproxy.model;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for models of all providers.
 *
 * @param defaultModel the model for requests that name none; without it, the first configured
 *     provider's
 * @param catalogue the path of a JSON file with cards that add to the shipped catalogue, or replace
 *     its cards
 */
@ConfigurationProperties("aiproxy.model")
record ModelProperties(Optional<String> defaultModel, Optional<String> catalogue) {

    ModelProperties {
        defaultModel = defaultModel.filter(model -> !model.isBlank());
        catalogue = catalogue.filter(path -> !path.isBlank());
    }
}
