package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Assessments through a server that plays Bedrock, by the real SDK over real HTTP. */
class BedrockAssessmentTests extends RunningService {

    private static final String PROFILE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String MODEL = "bedrock." + PROFILE;
    private static final String TABLE = table("Sprites", "Limited", "Variables", "No");

    @Test
    void answersAndCountsCachedInputAsInput() {
        bedrock(completion(TABLE, "end_turn"));

        Answer answer = assess(fields(MODEL));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(labels(answer))
                .containsExactly("Sprites: Limited Evidence", "Variables: No Evidence");
        assertThat(answer.json().at("/metadata/agent").stringValue()).isEqualTo("anthropic");
        assertThat(answer.json().at("/metadata/usage").toString())
                .isEqualTo(
                        "{\"prompt_tokens\":115,\"completion_tokens\":20,\"total_tokens\":135,\"prompt_tokens_details\":{\"cached_tokens\":10,\"cache_write_tokens\":5},\"completion_tokens_details\":{\"reasoning_tokens\":0}}");
    }

    @Test
    void sendsSystemPromptAndExamplesAsTurnsToTheProfileAsItStands() {
        bedrock(completion(TABLE, "end_turn"));
        Map<String, String> fields = fields(MODEL);
        fields.put("examples", new JsonMapper().writeValueAsString(List.of(List.of("", TABLE))));
        fields.put("temperature", "0.5");
        fields.put("legacy-prompt", "1");
        fields.put("api-key", "sk-for-openai-only");

        assertThat(assess(fields).status()).isEqualTo(200);

        PROVIDER.verify(
                1,
                postRequestedFor(
                                urlPathEqualTo(
                                        "/model/" + PROFILE.replace(":", "%3A") + "/converse"))
                        .withHeader("Authorization", containing("AKIATEST"))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.system[0].text",
                                        equalTo("Grade the program.\n\nRubric:\n" + RUBRIC)))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.messages[0].content[0].text", equalTo("(empty)")))
                        .withRequestBody(
                                matchingJsonPath("$.messages[1].role", equalTo("assistant")))
                        .withRequestBody(matchingJsonPath("$.messages[2].role", equalTo("user")))
                        .withRequestBody(
                                matchingJsonPath("$.inferenceConfig.temperature", equalTo("0.5")))
                        .withRequestBody(
                                matchingJsonPath("$.inferenceConfig.maxTokens", equalTo("1500")))
                        .withRequestBody(matchingJsonPath("$.messages[3]", absent())));
        PROVIDER.verify(
                0, postRequestedFor(anyUrl()).withHeader("Authorization", containing("sk-for")));
    }

    @Test
    void asksForSeveralResponsesInParallelCalls() {
        bedrock(completion(TABLE, "end_turn"));
        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "3");

        Answer answer = assess(fields);

        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isEqualTo(3 * 135);
        PROVIDER.verify(3, postRequestedFor(anyUrl()));
    }

    @Test
    void passesThrottlingOnWithItsRetryAfter() {
        bedrock(
                error(429, "ThrottlingException", "Too many requests")
                        .withHeader("Retry-After", "5"));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalServerException, 503",
        "503, ServiceUnavailableException, 503",
        "408, ModelTimeoutException, 503",
        "424, ModelErrorException, 503",
        "400, ValidationException, 502",
        "403, AccessDeniedException, 502",
        "404, ResourceNotFoundException, 502"
    })
    void tellsWhatBedrockSays(int status, String type, int expected) {
        bedrock(error(status, type, "as Bedrock says"));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(expected);
        assertThat(answer.text().toLowerCase(Locale.ROOT)).contains("bedrock");
    }

    @Test
    void survivesAnErrorThatIsNotJson() {
        bedrock(aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "[1]", "{\"output\": {}}"})
    void takesAnAnswerThatIsNoCompletionForAFaultOfTheProvider(String body) {
        bedrock(aResponse().withHeader("Content-Type", "application/json").withBody(body));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void answersInTimeWhenBedrockHangs() {
        bedrock(completion(TABLE, "end_turn").withFixedDelay(60_000));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.detail()).contains("Bedrock");
    }

    @Test
    void answersInTimeWhenBedrockDrips() {
        bedrock(completion(TABLE, "end_turn").withChunkedDribbleDelay(100, 60_000));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void survivesABrokenConnection(String fault) {
        bedrock(aResponse().withFault(Fault.valueOf(fault)));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).contains("Bedrock");
    }

    @Test
    void tellsThatTheContextIsExceeded() {
        bedrock(error(400, "ValidationException", "Input is too long for requested model."));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(413);
    }

    @Test
    void tellsThatAnAnswerWasCutOff() {
        bedrock(completion("Key Concept\tObserv", "max_tokens"));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(400);
    }

    @Test
    void namesTheFieldWhenTheTemperatureIsTooHighForBedrock() {
        Map<String, String> fields = fields(MODEL);
        fields.put("temperature", "1.5");
        Answer answer = assess(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("`temperature` must be from 0 to 1");
    }

    private static void bedrock(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder completion(String text, String stopReason) {
        return json(
                Map.of(
                        "output",
                        Map.of(
                                "message",
                                Map.of(
                                        "role",
                                        "assistant",
                                        "content",
                                        List.of(Map.of("text", text)))),
                        "stopReason",
                        stopReason,
                        "usage",
                        Map.of(
                                "inputTokens", 100,
                                "outputTokens", 20,
                                "totalTokens", 120,
                                "cacheReadInputTokens", 10,
                                "cacheWriteInputTokens", 5)));
    }

    private static ResponseDefinitionBuilder error(int status, String type, String message) {
        return json(Map.of("message", message))
                .withStatus(status)
                .withHeader("x-amzn-ErrorType", type);
    }

    private static ResponseDefinitionBuilder json(Map<String, ?> body) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(new JsonMapper().writeValueAsString(body));
    }
}
