package org.code.aiproxy.rubrictester.dataset;

import java.time.Duration;
import java.util.List;
import org.code.aiproxy.aws.AwsClients;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Examination;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {

    /** For the largest file at a few megabits a second. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMinutes(3);

    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(5);

    @Bean
    S3Store s3Store(S3Properties properties, AwsProperties aws, Network network) {
        return new S3Store(() -> client(properties, aws, network), properties.location());
    }

    /** Only the rubric tester needs it. */
    @Bean
    Examination s3Examination(S3Store store) {
        return () -> {
            try {
                return List.of(
                        Diagnosis.ok(
                                "S3",
                                "%s has %d datasets"
                                        .formatted(
                                                store,
                                                store.folders(Kind.DATASET.folder()).size())));
            } catch (InvalidDataException e) {
                return List.of(
                        Diagnosis.warning(
                                "S3", e.getMessage() + " Only bin/rubric-tester needs it."));
            }
        };
    }

    private static S3Client client(S3Properties properties, AwsProperties aws, Network network) {
        S3ClientBuilder client =
                S3Client.builder()
                        .credentialsProvider(aws.credentials())
                        .httpClientBuilder(
                                AwsClients.of(network, properties.endpoint(), "s3", aws.region())
                                        .apache())
                        .overrideConfiguration(options ->
                                options.apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                                        .apiCallTimeout(CALL_TIMEOUT))
                        // Servers other than Amazon's have no host name for each bucket.
                        .forcePathStyle(properties.endpoint().isPresent());
        aws.region().map(Region::of).ifPresent(client::region);
        properties.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }
}
