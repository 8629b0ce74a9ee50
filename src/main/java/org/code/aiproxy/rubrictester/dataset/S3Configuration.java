package org.code.aiproxy.rubrictester.dataset;

import org.code.aiproxy.aws.AwsProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {

    @Bean
    S3Store s3Store(S3Properties properties, AwsProperties aws) {
        return new S3Store(() -> client(properties, aws), properties.location());
    }

    private static S3Client client(S3Properties properties, AwsProperties aws) {
        S3ClientBuilder client =
                S3Client.builder()
                        .credentialsProvider(aws.credentials())
                        .httpClientBuilder(Apache5HttpClient.builder())
                        // Servers other than Amazon's have no host name for each bucket.
                        .forcePathStyle(properties.endpoint().isPresent());
        aws.region().map(Region::of).ifPresent(client::region);
        properties.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }
}
