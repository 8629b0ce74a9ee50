package org.code.aiproxy.provider.bedrock;

import java.time.Duration;
import java.util.List;
import org.code.aiproxy.aws.AwsClients;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.adaptation.Adaptation;
import org.code.aiproxy.provider.adaptation.Adaptations;
import org.code.aiproxy.provider.adaptation.Conventions;
import org.code.aiproxy.provider.adaptation.TokenLimitField;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.bedrock.chat.BedrockChat;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
import org.code.aiproxy.provider.bedrock.converse.BoundedBodies;
import org.code.aiproxy.provider.bedrock.converse.ConverseApi;
import org.code.aiproxy.provider.bedrock.converse.ConverseStreamApi;
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
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BedrockProperties.class)
class BedrockConfiguration {

    /** Longer than any budget: the time-out that counts is the one that each call gets. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofMinutes(30);

    /** Named by OpenTelemetry. */
    private static final Provider PROVIDER = new Provider(BedrockFaults.PROVIDER, "aws.bedrock");

    /** Converse has one name for the limit, and one completion for each call. */
    private static final Conventions CONVENTIONS =
            new Conventions(
                    BedrockFaults.PROVIDER,
                    "aws.bedrock",
                    List.of(TokenLimitField.MAX_TOKENS),
                    false);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    @Order(3)
    ModelClient bedrockModelClient(
            BedrockProperties properties,
            AwsProperties aws,
            ModelCatalogue catalogue,
            ModelLifetimes lifetimes,
            Resilience resilience,
            Adaptations adaptations,
            WarmPrefixes warm,
            Network network,
            AnswerLimits limits) {
        ConverseApi api = new ConverseApi(() -> client(properties, aws, network), limits);
        ConverseStreamApi streams =
                new ConverseStreamApi(() -> streamClient(properties, aws, network), limits);
        ProviderCalls calls = resilience.callsTo(PROVIDER);
        Adaptation adaptation = adaptations.to(CONVENTIONS);
        return new BedrockModelClient(
                api,
                new BedrockChat(api, streams, calls, adaptation, properties.maxOutputTokens()),
                calls,
                adaptation,
                properties,
                catalogue,
                lifetimes,
                warm);
    }

    @Bean
    PublishedLifetimes bedrockLifetimes(
            BedrockProperties properties, AwsProperties aws, Network network, AnswerLimits limits) {
        return new BedrockLifetimes(
                new FoundationModels(properties, aws, network, limits), properties);
    }

    private static AwsClients clients(
            BedrockProperties properties, AwsProperties aws, Network network) {
        return AwsClients.of(network, properties.endpoint(), "bedrock-runtime", aws.region());
    }

    private static BedrockRuntimeClient client(
            BedrockProperties properties, AwsProperties aws, Network network) {
        return configured(BedrockRuntimeClient.builder(), properties, aws)
                .httpClient(clients(properties, aws, network).bounded(CONNECT_TIMEOUT))
                .build();
    }

    private static BedrockRuntimeAsyncClient streamClient(
            BedrockProperties properties, AwsProperties aws, Network network) {
        return configured(BedrockRuntimeAsyncClient.builder(), properties, aws)
                .httpClient(streamHttpClient(properties, clients(properties, aws, network)))
                .build();
    }

    private static SdkAsyncHttpClient streamHttpClient(
            BedrockProperties properties, AwsClients clients) {
        return clients.netty(NettyNioAsyncHttpClient.builder())
                // One connection for each stream: closing it ends the stream at once, and no
                // stream's slow reader holds up another's.
                .protocol(Protocol.HTTP1_1)
                .maxConcurrency(properties.maxConnections())
                .connectionTimeout(CONNECT_TIMEOUT)
                .readTimeout(SOCKET_TIMEOUT)
                .writeTimeout(SOCKET_TIMEOUT)
                .build();
    }

    private static <B extends BedrockRuntimeBaseClientBuilder<B, C> & AwsClientBuilder<B, C>, C>
            B configured(B client, BedrockProperties properties, AwsProperties aws) {
        client.credentialsProvider(aws.credentials())
                // ProviderCalls retries; a second layer would multiply the attempts.
                .overrideConfiguration(options ->
                        options.retryStrategy(DefaultRetryStrategy.doNotRetry())
                                .addExecutionInterceptor(new BoundedBodies()));
        aws.region().map(Region::of).ifPresent(client::region);
        properties.endpoint().ifPresent(client::endpointOverride);
        return client;
    }
}
