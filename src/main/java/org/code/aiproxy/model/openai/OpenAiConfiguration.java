package org.code.aiproxy.model.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Protocol;
import org.code.aiproxy.adaptation.Adaptation;
import org.code.aiproxy.adaptation.Adaptations;
import org.code.aiproxy.adaptation.Conventions;
import org.code.aiproxy.adaptation.TokenLimitField;
import org.code.aiproxy.model.ModelCatalogue;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelLifetimes;
import org.code.aiproxy.model.OpenAiModels;
import org.code.aiproxy.model.PublishedLifetimes;
import org.code.aiproxy.model.WarmPrefixes;
import org.code.aiproxy.resilience.Provider;
import org.code.aiproxy.resilience.ProviderCalls;
import org.code.aiproxy.resilience.Resilience;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenAiProperties.class)
class OpenAiConfiguration {

    /** What errors call it; callers look for this name to tell whose fault one was. */
    private static final String OPENAI = "OpenAI";

    private static final Conventions CONVENTIONS =
            new Conventions(
                    OPENAI,
                    "openai",
                    List.of(TokenLimitField.MAX_COMPLETION_TOKENS, TokenLimitField.MAX_TOKENS),
                    true);

    private static final int MAX_IDLE_CONNECTIONS = 100;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    @Bean
    @Order(1)
    ModelClient openAiModelClient(
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            ModelLifetimes lifetimes,
            Resilience resilience,
            Adaptations adaptations,
            WarmPrefixes warm) {
        ProviderCalls calls = resilience.callsTo(new Provider(OPENAI, "openai"));
        return new OpenAiModelClient(
                new ChatCompletions(
                        OPENAI,
                        client(properties.url(), properties.keyOrNone()),
                        calls,
                        adaptations.to(CONVENTIONS),
                        warm),
                new ChatPassThrough(OPENAI, http(), properties.url(), calls),
                properties,
                catalogue,
                lifetimes);
    }

    @Bean
    PublishedLifetimes openAiLifetimes(OpenAiProperties properties) {
        return new OpenAiLifetimes(
                new ModelList(OPENAI, listHttp(), properties.url()), properties.apiKey());
    }

    @Bean
    OpenAiModels openAiModels(OpenAiProperties properties) {
        ModelList list = new ModelList(OPENAI, listHttp(), properties.url());
        return (callersKey, deadline) ->
                list.get(Optional.of(properties.keyFor(callersKey)), deadline);
    }

    @Bean
    @Order(3)
    ModelClient compatibleServers(
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            Resilience resilience,
            Adaptations adaptations,
            WarmPrefixes warm) {
        return new CompatibleServers(
                properties.servers().stream()
                        .map(server ->
                                server(
                                        server,
                                        catalogue,
                                        callsTo(server, resilience),
                                        adaptations.to(conventions(server)),
                                        warm))
                        .toList());
    }

    /** Many of these servers know the older name of the limit only, and answer once to any `n`. */
    private static Conventions conventions(OpenAiProperties.Server server) {
        return new Conventions(
                server.name(),
                server.name(),
                List.of(TokenLimitField.MAX_TOKENS, TokenLimitField.MAX_COMPLETION_TOKENS),
                false,
                server.structuredOutput().forms());
    }

    private static ProviderCalls callsTo(OpenAiProperties.Server server, Resilience resilience) {
        return resilience.callsTo(new Provider(server.name(), server.name()));
    }

    private static CompatibleServer server(
            OpenAiProperties.Server server,
            ModelCatalogue catalogue,
            ProviderCalls calls,
            Adaptation adaptation,
            WarmPrefixes warm) {
        return new CompatibleServer(
                new ChatCompletions(
                        server.name(),
                        client(server.baseUrl(), server.keyOrNone()),
                        calls,
                        adaptation,
                        warm),
                new ChatPassThrough(server.name(), http(), server.baseUrl(), calls),
                new ModelList(server.name(), listHttp(), server.baseUrl()),
                server,
                catalogue);
    }

    /**
     * For answers that are passed on while they come. By HTTP/2, which the SDK's own builder
     * prefers, OkHttp takes in 16 MB of an answer before it slows the server down.
     */
    static HttpClient http() {
        return http(false);
    }

    /** For lists, which cost nothing: a connection that has been closed meanwhile is no fault. */
    private static HttpClient listHttp() {
        return http(true);
    }

    private static HttpClient http(boolean retriesOnConnectionFailure) {
        return new OkHttpClient(
                new okhttp3.OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(retriesOnConnectionFailure)
                        .followRedirects(false)
                        .connectionPool(
                                new ConnectionPool(
                                        MAX_IDLE_CONNECTIONS,
                                        KEEP_ALIVE.toMillis(),
                                        TimeUnit.MILLISECONDS))
                        .build());
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

    private static OpenAIClient client(URI baseUrl, String apiKey) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl.toString())
                .apiKey(apiKey)
                // ProviderCalls retries; a second layer would multiply the attempts.
                .maxRetries(0)
                .maxIdleConnections(MAX_IDLE_CONNECTIONS)
                .keepAliveDuration(KEEP_ALIVE)
                .jsonMapper(mapper())
                .build();
    }
}
