package org.code.aiproxy.provider.openai;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.code.aiproxy.configuration.HeaderValue;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.model.ModelException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * OpenAI and servers that speak its API.
 *
 * @param apiKey OpenAI's key; without it, requests to OpenAI's models must bring their own
 * @param baseUrl where the API is, the version's path included, if not at OpenAI's own address
 * @param defaultModel the model for requests that name none; without it, the catalogue's newest
 *     cheap one
 * @param servers further servers with the same API, such as Ollama, vLLM or llama.cpp
 */
@Validated
@ConfigurationProperties("aiproxy.openai")
record OpenAiProperties(
        Optional<String> apiKey,
        Optional<URI> baseUrl,
        Optional<String> defaultModel,
        @DefaultValue List<@Valid Server> servers) {

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /** What other providers are called, by this service and by OpenTelemetry. */
    private static final Set<String> PROVIDERS =
            Set.of("openai", "bedrock", "aws.bedrock", "offline");

    private static final String NO_KEY = "none";

    /** What a header can carry. */
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    OpenAiProperties {
        apiKey =
                apiKey.map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(key -> HeaderValue.require("OPENAI_API_KEY", key));
        defaultModel = defaultModel.filter(model -> !model.isBlank());
        baseUrl = baseUrl.filter(url -> !url.toString().isEmpty());
        baseUrl.ifPresent(url -> requireHttp("OPENAI_BASE_URL", url));
        requireNamesOfTheirOwn(servers);
        requireHttp(servers);
    }

    private static void requireHttp(List<Server> servers) {
        for (int i = 0; i < servers.size(); i++) {
            URI url = servers.get(i).baseUrl();
            if (url != null) {
                requireHttp("aiproxy.openai.servers[%d].base-url".formatted(i), url);
            }
        }
    }

    /** Circuit breakers, the catalogue's cards and metrics go by these names. */
    private static void requireNamesOfTheirOwn(List<Server> servers) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(PROVIDERS);
        for (int i = 0; i < servers.size(); i++) {
            String name = servers.get(i).name();
            // A missing one is found by validation, which comes after this.
            if (name != null && !taken.add(name)) {
                throw new InvalidSettingException(
                        "aiproxy.openai.servers[%d].name".formatted(i),
                        "must not be %s: another provider has this name.".formatted(name));
            }
        }
    }

    /** The key, or what goes in its place: the SDK wants one, and requests without are refused. */
    String keyOrNone() {
        return apiKey.orElse(NO_KEY);
    }

    URI url() {
        return baseUrl.orElse(OPENAI);
    }

    /**
     * The key to call OpenAI with.
     *
     * @throws ModelException.KeyMissing when neither the caller nor the configuration has one
     * @throws ModelException.Unsupported when the caller's can't be sent
     */
    String keyFor(Optional<String> callersKey) {
        return callersKey
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(OpenAiProperties::sendable)
                .or(() -> apiKey)
                .orElseThrow(() ->
                        new ModelException.KeyMissing(
                                "needs a key for OpenAI: set OPENAI_API_KEY, or send `api-key` if the route has that field."));
    }

    private static String sendable(String key) {
        if (!VISIBLE.matcher(key).matches()) {
            throw new ModelException.Unsupported(
                    "api-key", "must be a key: printable ASCII characters without spaces.");
        }
        return key;
    }

    private static void requireHttp(String setting, URI url) {
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new InvalidSettingException(setting, "an address such as " + OPENAI, url);
        }
    }

    /**
     * A server with OpenAI's API.
     *
     * @param name what logs, errors, metrics and {@code metadata.agent} call it; no other has it
     * @param prefix what its models' names begin with here; it is not sent on
     * @param baseUrl where its API is, the version's path included
     * @param apiKey its key, if it wants one
     * @param defaultModel the model for requests that name none, without the prefix
     * @param structuredOutput how its models are made to answer in a schema
     */
    record Server(
            @NotBlank String name,
            @NotBlank String prefix,
            @NotNull URI baseUrl,
            Optional<String> apiKey,
            Optional<String> defaultModel,
            @DefaultValue("auto") @NotNull StructuredOutput structuredOutput) {

        public Server {
            apiKey =
                    apiKey.map(String::strip)
                            .filter(key -> !key.isEmpty())
                            .map(key -> HeaderValue.require("The key of the server " + name, key));
        }

        /** The key, or what goes in its place: the SDK wants one. */
        String keyOrNone() {
            return apiKey.orElse(NO_KEY);
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Server[name=%s, prefix=%s, baseUrl=%s]".formatted(name, prefix, baseUrl);
        }
    }

    /** Leaves keys out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "OpenAiProperties[baseUrl=%s, %d servers]".formatted(baseUrl, servers.size());
    }
}
