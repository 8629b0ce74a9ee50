package org.code.aiproxy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;

/** Exceptions as the SDK throws them. */
class AwsFaultTests {

    @Test
    void saysThatThereIsNoRegion() {
        assertThat(
                        clause(() ->
                                new AwsRegionProviderChain(
                                                () -> {
                                                    throw SdkException.builder()
                                                            .message("none")
                                                            .build();
                                                })
                                        .getRegion()))
                .startsWith("no AWS region is set; set AWS_REGION");
    }

    @Test
    void saysThatThereAreNoCredentials() {
        assertThat(
                        clause(() ->
                                AwsCredentialsProviderChain.of(
                                                SystemPropertyCredentialsProvider.create())
                                        .resolveCredentials()))
                .startsWith("there are no AWS credentials");
    }

    @Test
    void leavesObjectsAndRequestIdsOut() {
        assertThat(
                        new AwsFault(
                                        SdkException.builder()
                                                .message(
                                                        "Denied by x.y.Chain@4b8f00d: really. (Service: S3, Status Code: 403, Request ID: 1)")
                                                .build())
                                .clause())
                .isEqualTo("Denied by really");
    }

    private static String clause(Runnable call) {
        return new AwsFault(catchThrowableOfType(SdkException.class, call::run)).clause();
    }
}
