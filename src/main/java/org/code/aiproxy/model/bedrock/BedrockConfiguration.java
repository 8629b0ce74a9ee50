package org.code.aiproxy.model.bedrock;

import java.time.Duration;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.model.ModelCatalogue;
import org.code.aiproxy.model.ModelClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
    ModelClient bedrockModelClient(
            BedrockProperties properties, AwsProperties aws, ModelCatalogue catalogue) {
        return new BedrockModelClient(
                new ConverseApi(() -> client(properties, aws)), properties, catalogue);
    }

    private static BedrockRuntimeClient client(BedrockProperties properties, AwsProperties aws) {
        BedrockRuntimeClientBuilder client =
                BedrockRuntimeClient.builder()
                        .credentialsProvider(aws.credentials())
                        .httpClientBuilder(
                                Apache5HttpClient.builder()
                                        .maxConnections(properties.maxConnections())
                                        .connectionTimeout(CONNECT_TIMEOUT)
                                        .socketTimeout(SOCKET_TIMEOUT))
                        // The caller of this service retries; a second layer would multiply the
                        // attempts.
                        .overrideConfiguration(options ->
                                options.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        aws.region().map(Region::of).ifPresent(client::region);
        properties.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }
}
