package org.code.aiproxy.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.OpenAiModels;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.FreeCalls;
import org.code.aiproxy.provider.adaptation.Adaptation;
import org.code.aiproxy.provider.adaptation.Adaptations;
import org.code.aiproxy.provider.adaptation.Conventions;
import org.code.aiproxy.provider.adaptation.TokenLimitField;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.call.Provider;
import org.code.aiproxy.provider.call.ProviderCalls;
import org.code.aiproxy.provider.call.Resilience;
import org.code.aiproxy.provider.call.WarmPrefixes;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;
import org.code.aiproxy.provider.lifetime.PublishedLifetimes;
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

    @Bean
    ProviderCalls openAiCalls(Resilience resilience) {
        return resilience.callsTo(new Provider(OPENAI, "openai"));
    }

    @Bean
    @Order(1)
    ModelClient openAiModelClient(
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            ModelLifetimes lifetimes,
            ProviderCalls openAiCalls,
            Adaptations adaptations,
            WarmPrefixes warm,
            Network network,
            AnswerLimits limits) {
        HttpClients http = new HttpClients(properties.url(), network);
        return new OpenAiModelClient(
                new ChatCompletions(
                        OPENAI,
                        () -> client(properties.url(), properties.keyOrNone(), http),
                        openAiCalls,
                        adaptations.to(CONVENTIONS),
                        warm,
                        limits),
                new ChatPassThrough(
                        OPENAI, http::forStreams, properties.url(), openAiCalls, limits),
                properties,
                catalogue,
                lifetimes);
    }

    @Bean
    @Order(2)
    ModelClient decisionModelClient(
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            ProviderCalls openAiCalls,
            Network network,
            AnswerLimits limits) {
        HttpClients http = new HttpClients(properties.url(), network);
        return new DecisionModelClient(
                OPENAI,
                () -> client(properties.url(), properties.keyOrNone(), http),
                new ChatPassThrough(
                        OPENAI, http::forStreams, properties.url(), openAiCalls, limits),
                openAiCalls,
                properties,
                catalogue,
                limits);
    }

    @Bean
    PublishedLifetimes openAiLifetimes(
            OpenAiProperties properties, Network network, AnswerLimits limits) {
        return new OpenAiLifetimes(list(properties, network, limits), properties.apiKey());
    }

    private static ModelList list(
            OpenAiProperties properties, Network network, AnswerLimits limits) {
        return new ModelList(
                OPENAI,
                new HttpClients(properties.url(), network)::forLists,
                properties.url(),
                limits);
    }

    @Bean
    FreeCalls freeCalls(OpenAiProperties properties, Network network, AnswerLimits limits) {
        SequencedMap<String, Consumer<Deadline>> calls = new LinkedHashMap<>();
        for (OpenAiProperties.Server server : properties.servers()) {
            ModelList list =
                    new ModelList(
                            server.name(),
                            new HttpClients(server.baseUrl(), network)::forLists,
                            server.baseUrl(),
                            limits);
            calls.put(server.name(), deadline -> list.get(server.apiKey(), deadline));
        }
        return new FreeCalls(calls);
    }

    @Bean
    OpenAiModels openAiModels(OpenAiProperties properties, Network network, AnswerLimits limits) {
        ModelList list = list(properties, network, limits);
        return (callersKey, deadline) ->
                list.get(Optional.of(properties.keyFor(callersKey)), deadline);
    }

    @Bean
    @Order(4)
    ModelClient compatibleServers(
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            Resilience resilience,
            Adaptations adaptations,
            WarmPrefixes warm,
            Network network,
            AnswerLimits limits) {
        return new CompatibleServers(
                properties.servers().stream()
                        .map(server ->
                                server(
                                        server,
                                        catalogue,
                                        callsTo(server, resilience),
                                        adaptations.to(conventions(server)),
                                        warm,
                                        new HttpClients(server.baseUrl(), network),
                                        limits))
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
            WarmPrefixes warm,
            HttpClients http,
            AnswerLimits limits) {
        return new CompatibleServer(
                new ChatCompletions(
                        server.name(),
                        () -> client(server.baseUrl(), server.keyOrNone(), http),
                        calls,
                        adaptation,
                        warm,
                        limits),
                new ChatPassThrough(
                        server.name(), http::forStreams, server.baseUrl(), calls, limits),
                new ModelList(server.name(), http::forLists, server.baseUrl(), limits),
                server,
                catalogue);
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

    private static OpenAIClient client(URI baseUrl, String apiKey, HttpClients http) {
        return new OpenAIClientImpl(
                ClientOptions.builder()
                        .httpClient(http.forSdk())
                        .baseUrl(baseUrl.toString())
                        .apiKey(apiKey)
                        // ProviderCalls retries; a second layer would multiply the attempts.
                        .maxRetries(0)
                        .jsonMapper(mapper())
                        .build());
    }
}
