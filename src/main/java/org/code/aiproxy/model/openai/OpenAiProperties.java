package org.code.aiproxy.model.openai;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * OpenAI and servers that speak its API.
 *
 * @param apiKey OpenAI's key; without it, requests to OpenAI's models must bring their own
 * @param baseUrl where OpenAI's API is, the version's path included
 * @param defaultModel the model for requests that name none
 * @param servers further servers with the same API, such as Ollama, vLLM or llama.cpp
 */
@Validated
@ConfigurationProperties("aiproxy.openai")
record OpenAiProperties(
        Optional<String> apiKey,
        @DefaultValue("https://api.openai.com/v1") URI baseUrl,
        @DefaultValue("gpt-4.1-mini") @NotBlank String defaultModel,
        @DefaultValue @Valid List<Server> servers) {

    OpenAiProperties {
        apiKey = apiKey.filter(key -> !key.isBlank());
    }

    /**
     * A server with OpenAI's API.
     *
     * @param name what logs, errors and {@code metadata.agent} call it
     * @param prefix what its models' names begin with here; it is not sent on
     * @param baseUrl where its API is, the version's path included
     * @param apiKey its key, if it wants one
     * @param defaultModel the model for requests that name none, without the prefix
     */
    record Server(
            @NotBlank String name,
            @NotBlank String prefix,
            @NotNull URI baseUrl,
            Optional<String> apiKey,
            Optional<String> defaultModel) {}

    /** Leaves keys out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "OpenAiProperties[baseUrl=%s, %d servers]".formatted(baseUrl, servers.size());
    }
}
