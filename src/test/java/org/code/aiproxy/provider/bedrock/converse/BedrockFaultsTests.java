package org.code.aiproxy.provider.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import org.code.aiproxy.model.Failure;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class BedrockFaultsTests {

    /** What Netty's client throws where no connection came about in time. */
    @Test
    void takesAProviderThatCannotBeConnectedToForUnavailable() {
        SdkClientException fault =
                SdkClientException.create(
                        "Unable to execute HTTP request: Acquire operation took longer than the"
                                + " configured maximum time.",
                        new TimeoutException("Acquire operation took longer than 10000 ms"));

        assertThat(BedrockFaults.translate(fault).failure()).isEqualTo(Failure.UNAVAILABLE);
    }

    @Test
    void saysThatNothingWasAskedWithoutARegion() {
        SdkClientException fault = SdkClientException.create("Unable to load region");

        assertThat(BedrockFaults.translate(fault).failure()).isEqualTo(Failure.NOT_CONFIGURED);
    }
}
