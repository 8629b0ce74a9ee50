package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bedrock's list of models, over a real socket. */
class BedrockLifetimesTests {

    private ScriptedProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new ScriptedProvider();
    }

    @AfterEach
    void stop() throws Exception {
        provider.close();
    }

    @Test
    void readTheEndOfLife() {
        provider.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"modelSummaries": [
                          {"modelId": "anthropic.claude-sonnet-4-5-20250929-v1:0",
                           "modelLifecycle": {"status": "LEGACY",
                             "endOfLifeTime": "2027-04-08T00:00:00+00:00"}},
                          {"modelId": "anthropic.claude-sonnet-5-5",
                           "modelLifecycle": {"status": "ACTIVE"}},
                          {"modelId": "amazon.titan-embed-text-v2:0"}]}
                        """));

        assertThat(ask())
                .isEqualTo(
                        Map.of(
                                "anthropic.claude-sonnet-4-5-20250929-v1:0",
                                Optional.of(LocalDate.of(2027, 4, 8)),
                                "anthropic.claude-sonnet-5-5",
                                Optional.empty()));
        assertThat(provider.calls().getFirst().head())
                .startsWith("GET /foundation-models ")
                .containsIgnoringCase("Authorization: AWS4-HMAC-SHA256 Credential=AKIATEST/")
                .contains("/us-east-1/bedrock/aws4_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"message\": \"not authorized\"}",
                "200 | {\"modelSummaries\": 3}",
                "200 | nonsense",
                "200 | {\"modelSummaries\": [{\"modelId\": \"x\", \"modelLifecycle\": {\"status\": \"LEGACY\", \"endOfLifeTime\": \"soon\"}}]}"
            })
    void failAsModelsDoWhereThereIsNoList(int status, String body) {
        provider.plays(call -> call.answer(status, "application/json", body));

        assertThatThrownBy(this::ask).isInstanceOf(ModelException.class);
    }

    @Test
    void areNotAskedForWhereOnlyTheRuntimeHasAnAddress() {
        assertThat(properties(Optional.empty()).canListModels()).isFalse();
        assertThat(properties(Optional.of(provider.url())).canListModels()).isTrue();
    }

    private Map<String, Optional<LocalDate>> ask() {
        BedrockProperties properties = properties(Optional.of(provider.url()));
        return new BedrockLifetimes(
                        new FoundationModels(
                                properties, aws(), Network.direct(), GivenLimits.usual()),
                        properties)
                .ask(Deadline.in(Duration.ofSeconds(10)));
    }

    private BedrockProperties properties(Optional<URI> control) {
        return new BedrockProperties(
                Optional.of(provider.url()),
                control,
                Optional.empty(),
                Optional.of("yes"),
                8192,
                10);
    }

    private static AwsProperties aws() {
        return new AwsProperties(
                Optional.of("us-east-1"),
                Optional.empty(),
                Optional.of("AKIATEST"),
                Optional.of("secret"),
                Optional.empty());
    }
}
