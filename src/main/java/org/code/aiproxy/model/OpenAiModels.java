package org.code.aiproxy.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** OpenAI's own list of its models. */
@FunctionalInterface
public interface OpenAiModels {

    /**
     * OpenAI's model objects as it gives them.
     *
     * @param callersKey the caller's own key, to use in place of the configured one
     * @return an array
     * @throws ModelException when OpenAI doesn't give it
     */
    JsonNode list(Optional<String> callersKey, Deadline deadline);
}
