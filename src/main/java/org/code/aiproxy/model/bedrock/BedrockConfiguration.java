package org.code.aiproxy.model.bedrock;

import java.time.Duration;
import org.code.aiproxy.model.ModelCatalogue;
import org.code.aiproxy.model.ModelClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BedrockProperties.class)
class BedrockConfiguration {

    /** Longer than any budget: the time-out that counts is the one that each call gets. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofMinutes(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    @Order(2)
    ModelClient bedrockModelClient(BedrockProperties properties, ModelCatalogue catalogue) {
        return new BedrockModelClient(
                new ConverseApi(() -> client(properties)), properties, catalogue);
    }

    private static BedrockRuntimeClient client(BedrockProperties properties) {
        BedrockRuntimeClientBuilder client =
                BedrockRuntimeClient.builder()
                        .credentialsProvider(credentials(properties))
                        .httpClientBuilder(
                                Apache5HttpClient.builder()
                                        .maxConnections(properties.maxConnections())
                                        .connectionTimeout(CONNECT_TIMEOUT)
                                        .socketTimeout(SOCKET_TIMEOUT))
                        // The caller of this service retries; a second layer would multiply the
                        // attempts.
                        .overrideConfiguration(options ->
                                options.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        properties.region().map(Region::of).ifPresent(client::region);
        properties.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(BedrockProperties properties) {
        if (properties.accessKeyId().isPresent() && properties.secretAccessKey().isPresent()) {
            return StaticCredentialsProvider.create(
                    staticCredentials(
                            properties,
                            properties.accessKeyId().get(),
                            properties.secretAccessKey().get()));
        }
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        properties.profile().ifPresent(chain::profileName);
        return chain.build();
    }

    private static AwsCredentials staticCredentials(
            BedrockProperties properties, String id, String secret) {
        return properties
                .sessionToken()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }
}
