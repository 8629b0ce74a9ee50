package org.code.aiproxy.aws;

import java.util.Optional;
import org.code.aiproxy.configuration.HeaderValue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Who asks Amazon. What is not set here comes from the AWS SDK's own default chains (environment,
 * profile, container or instance role); it is here so that {@code config.txt} can set it too.
 *
 * @param region the AWS region
 * @param profile a profile of {@code ~/.aws}
 * @param accessKeyId a static key, with {@code secretAccessKey}
 * @param secretAccessKey the static key's secret
 * @param sessionToken the static key's session token, if it is temporary
 */
@ConfigurationProperties("aiproxy.aws")
public record AwsProperties(
        Optional<String> region,
        Optional<String> profile,
        Optional<String> accessKeyId,
        Optional<String> secretAccessKey,
        Optional<String> sessionToken) {

    public AwsProperties {
        region = region.map(String::strip).filter(text -> !text.isEmpty());
        profile = profile.map(String::strip).filter(text -> !text.isEmpty());
        accessKeyId =
                accessKeyId
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(key -> HeaderValue.require("AWS_ACCESS_KEY_ID", key));
        secretAccessKey = secretAccessKey.map(String::strip).filter(text -> !text.isEmpty());
        sessionToken =
                sessionToken
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(key -> HeaderValue.require("AWS_SESSION_TOKEN", key));
    }

    /** The static key, or else what the SDK finds. */
    public AwsCredentialsProvider credentials() {
        if (accessKeyId.isPresent() && secretAccessKey.isPresent()) {
            return StaticCredentialsProvider.create(
                    staticCredentials(accessKeyId.get(), secretAccessKey.get()));
        }
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        profile.ifPresent(chain::profileName);
        return chain.build();
    }

    private AwsCredentials staticCredentials(String id, String secret) {
        return sessionToken
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    /** Leaves keys out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AwsProperties[region=%s, profile=%s]".formatted(region, profile);
    }
}
