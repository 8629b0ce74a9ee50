package org.code.aiproxy.model.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.code.aiproxy.model.ModelCatalogue;
import org.code.aiproxy.model.ModelClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenAiProperties.class)
class OpenAiConfiguration {

    /** The SDK wants a key at construction; requests without one are refused before it is sent. */
    static final String NO_KEY = "none";

    private static final int MAX_IDLE_CONNECTIONS = 100;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    @Bean
    @Order(1)
    ModelClient openAiModelClient(OpenAiProperties properties, ModelCatalogue catalogue) {
        return new OpenAiModelClient(
                new ChatCompletions("OpenAI", client(properties.url(), properties.apiKey())),
                properties,
                catalogue);
    }

    @Bean
    @Order(3)
    ModelClient compatibleServers(OpenAiProperties properties, ModelCatalogue catalogue) {
        return new CompatibleServers(
                properties.servers().stream()
                        .map(server ->
                                new CompatibleServer(
                                        new ChatCompletions(
                                                server.name(),
                                                client(server.baseUrl(), server.apiKey())),
                                        server,
                                        catalogue))
                        .toList());
    }

    /**
     * The SDK's mapper, but without the buffers that it keeps with each thread: here a thread waits
     * for a model most of its life, and would hold on to them.
     */
    @SuppressWarnings("deprecation") // A mapper that exists has no other way to change this.
    private static JsonMapper mapper() {
        JsonMapper mapper = ObjectMappers.jsonMapper().copy();
        mapper.getFactory().disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING);
        return mapper;
    }

    private static OpenAIClient client(URI baseUrl, Optional<String> apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl.toString())
                .apiKey(apiKey.orElse(NO_KEY))
                // The caller of this service retries; a second layer would multiply the attempts.
                .maxRetries(0)
                .maxIdleConnections(MAX_IDLE_CONNECTIONS)
                .keepAliveDuration(KEEP_ALIVE)
                .jsonMapper(mapper())
                .build();
    }
}
