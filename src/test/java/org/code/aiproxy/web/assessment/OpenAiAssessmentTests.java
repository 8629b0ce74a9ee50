package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.choice;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.error;
import static org.code.aiproxy.OpenAiAnswers.json;
import static org.code.aiproxy.OpenAiAnswers.message;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments through a server that plays OpenAI, by the real SDK over real HTTP. */
class OpenAiAssessmentTests extends RunningService {

    private static final String MODEL = "gpt-4.1-mini";

    @Test
    void answersWithLabelsInTheRubricsOrderAndMetadata() {
        openAi(completion(table("Variables", "Limited", "Sprites", "Extensive")));

        Answer answer = assess(fields(MODEL));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(labels(answer))
                .containsExactly("Sprites: Extensive Evidence", "Variables: Limited Evidence");
        JsonNode first = answer.json().get("data").get(0);
        assertThat(first.propertyNames())
                .containsExactly("Key Concept", "Label", "Observations", "Evidence", "Reason");
        assertThat(first.get("Evidence").stringValue()).isEqualTo("Line 2: Counts `var n = 1;`");
        assertThat(answer.json().at("/data/1/Evidence").stringValue())
                .isEqualTo("Lines 1-2: Everything");
        assertThat(answer.json().at("/metadata/evidence").toString())
                .isEqualTo("{\"items\":2,\"corrected\":2,\"unverified\":0}");
        JsonNode metadata = answer.json().get("metadata");
        assertThat(metadata.get("agent").stringValue()).isEqualTo("openai");
        assertThat(metadata.get("student_id").stringValue()).isEqualTo("student");
        assertThat(metadata.get("time").isNumber()).isTrue();
        assertThat(metadata.get("usage").toString())
                .isEqualTo(
                        "{\"prompt_tokens\":100,\"completion_tokens\":20,\"total_tokens\":120,"
                                + "\"prompt_tokens_details\":{\"cached_tokens\":0,\"cache_write_tokens\":0},"
                                + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}");
        JsonNode request = metadata.get("request");
        assertThat(request.get("model").stringValue()).isEqualTo(MODEL);
        assertThat(request.get("n").intValue()).isEqualTo(1);
        assertThat(request.get("temperature").doubleValue()).isEqualTo(0.2);
        assertThat(request.get("messages").get(0).get("role").stringValue()).isEqualTo("system");
    }

    @Test
    void sendsPromptRubricExamplesAndProgramAsTurns() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));
        String example = table("Sprites", "No", "Variables", "Limited");
        Map<String, String> fields = fields(MODEL);
        fields.put(
                "examples",
                new JsonMapper().writeValueAsString(List.of(List.of("draw();", example))));
        fields.put("temperature", "0.7");
        fields.put("legacy-prompt", "1");

        assertThat(assess(fields).status()).isEqualTo(200);

        String system = "Grade the program.\n\nRubric:\n" + RUBRIC;
        Map<String, Object> sent =
                Map.of(
                        "model",
                        MODEL,
                        "temperature",
                        0.7,
                        "max_completion_tokens",
                        1500,
                        "prompt_cache_key",
                        "${json-unit.regex}[0-9a-f]{32}",
                        "messages",
                        List.of(
                                message("system", system),
                                message("user", "draw();"),
                                message("assistant", example),
                                message("user", fields.getOrDefault("code", ""))));
        PROVIDER.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/chat/completions"))
                        .withHeader("Authorization", equalTo("Bearer sk-service"))
                        .withRequestBody(equalToJson(new JsonMapper().writeValueAsString(sent))));
    }

    @Test
    void endsTheSharedBeginningWithABreakpointWhereTheModelLooksForOne() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));

        assertThat(assess(fields("gpt-5.6-luna")).status()).isEqualTo(200);

        JsonNode sent = sent();
        assertThat(sent.at("/prompt_cache_options").toString())
                .isEqualTo("{\"mode\":\"explicit\"}");
        assertThat(sent.at("/messages/0/content").isString()).isTrue();
        JsonNode turn = sent.at("/messages/1/content");
        assertThat(turn).hasSize(2);
        assertThat(turn.at("/0/prompt_cache_breakpoint").toString())
                .isEqualTo("{\"mode\":\"explicit\"}");
        assertThat(turn.at("/0/text").stringValue()).endsWith(":\n");
        assertThat(turn.at("/1/text").stringValue()).startsWith("<<<STUDENT_PROGRAM ");
        assertThat(turn.get(1).has("prompt_cache_breakpoint")).isFalse();
    }

    @Test
    void putsTheBreakpointOfAPlainLayoutOnTheLastInputBeforeTheProgram() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));
        Map<String, String> fields = fields("gpt-6-luna");
        fields.put("legacy-prompt", "1");
        assertThat(assess(fields).status()).isEqualTo(200);
        assertThat(sent().at("/messages/0/content/0").has("prompt_cache_breakpoint")).isTrue();
        assertThat(sent().at("/messages/1/content").isString()).isTrue();

        String example = table("Sprites", "No", "Variables", "Limited");
        fields.put(
                "examples",
                new JsonMapper().writeValueAsString(List.of(List.of("draw();", example))));
        assertThat(assess(fields).status()).isEqualTo(200);
        assertThat(sent().at("/messages/0/content").isString()).isTrue();
        assertThat(sent().at("/messages/1/content/0").has("prompt_cache_breakpoint")).isTrue();
        assertThat(sent().at("/messages/2/content").isString()).isTrue();
    }

    @Test
    void sendsNothingForCachesToServersThatMayNotTakeIt() {
        PROVIDER.stubFor(
                post(anyUrl()).willReturn(completion(table("Sprites", "No", "Variables", "No"))));
        assertThat(assess(fields("ollama/gpt-5.6")).status()).isEqualTo(200);
        assertThat(sent().toString()).doesNotContain("prompt_cache");
    }

    /** The last request. */
    private static JsonNode sent() {
        return new JsonMapper()
                .readTree(PROVIDER.getAllServeEvents().getFirst().getRequest().getBodyAsString());
    }

    @Test
    void votesOverTheResponsesOfOneCall() {
        openAi(
                completion(
                        table("Sprites", "Limited", "Variables", "No"),
                        table("Sprites", "Extensive", "Variables", "No"),
                        table("Sprites", "Extensive", "Variables", "No"),
                        "I can't grade this."));
        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "4");

        Answer answer = assess(fields);

        assertThat(labels(answer))
                .containsExactly("Sprites: Extensive Evidence", "Variables: No Evidence");
        assertThat(answer.json().get("data").get(0).get("Reason").stringValue())
                .startsWith(
                        "<b>Votes: [Limited Evidence, Extensive Evidence, Extensive Evidence]</b><br>");
        assertThat(answer.json().get("data").get(1).get("Reason").stringValue())
                .doesNotContain("Votes");
        assertThat(answer.json().at("/metadata/responses").toString())
                .isEqualTo(
                        "{\"requested\":4,\"used\":3,\"invalid\":1,\"repaired\":0,\"reasked\":0,\"drafts\":0,\"ambiguous\":0}");
        assertThat(answer.json().at("/metadata/votes/Variables").toString())
                .isEqualTo(
                        "{\"votes\":[\"No Evidence\",\"No Evidence\",\"No Evidence\"],\"agreement\":1.0}");
        assertThat(answer.http().body()).doesNotContain("I can't grade this.");
        PROVIDER.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/chat/completions"))
                        .withRequestBody(matchingJsonPath("$.n", equalTo("4"))));
    }

    @Test
    void sendsNoTemperatureToAModelThatTakesNone() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));
        assertThat(assess(fields("o4-mini")).status()).isEqualTo(200);
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.temperature", absent())));
    }

    @Test
    void usesTheCallersKeyForThatRequestAloneAndNeverEchoesIt() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));
        Map<String, String> fields = fields(MODEL);
        fields.put("api-key", "sk-callers-own");

        Answer answer = assess(fields);
        assess(fields(MODEL));

        assertThat(answer.text()).doesNotContain("sk-callers-own");
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withHeader("Authorization", equalTo("Bearer sk-callers-own")));
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withHeader("Authorization", equalTo("Bearer sk-service")));
    }

    @Test
    void asksACompatibleServerWithoutPrefixOrTheCallersKeyInParallelCalls() {
        PROVIDER.stubFor(
                post(urlEqualTo("/ollama/v1/chat/completions"))
                        .willReturn(completion(table("Sprites", "No", "Variables", "No"))));
        Map<String, String> fields = fields("ollama/llama3.2");
        fields.put("api-key", "sk-callers-own");
        fields.put("num-responses", "3");

        Answer answer = assess(fields);

        assertThat(answer.json().at("/metadata/agent").stringValue()).isEqualTo("ollama");
        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isEqualTo(360);
        PROVIDER.verify(
                3,
                postRequestedFor(urlEqualTo("/ollama/v1/chat/completions"))
                        .withHeader("Authorization", equalTo("Bearer none"))
                        .withRequestBody(matchingJsonPath("$.model", equalTo("llama3.2"))));
    }

    @Test
    void passesTheRateLimitOnWithItsRetryAfter() {
        openAi(error(429, "slow down").withHeader("Retry-After", "7"));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.detail()).contains("OpenAI");
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void namesTheProviderThatFails() {
        openAi(error(500, "boom"));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text().toLowerCase(java.util.Locale.ROOT)).contains("openai");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void survivesAnErrorThatIsNotJson() {
        openAi(aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "[1]", "{\"choices\": [{}]}", "{\"choices\": 3}"})
    void takesAnAnswerThatIsNoCompletionForAFaultOfTheProvider(String body) {
        openAi(aResponse().withHeader("Content-Type", "application/json").withBody(body));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(503);
    }

    @Test
    void answersInTimeWhenTheProviderHangs() {
        openAi(completion(table("Sprites", "No", "Variables", "No")).withFixedDelay(60_000));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.detail()).contains("OpenAI").contains("time budget");
    }

    @Test
    void answersInTimeWhenTheProviderDrips() {
        openAi(
                completion(table("Sprites", "No", "Variables", "No"))
                        .withChunkedDribbleDelay(100, 60_000));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECTION_RESET_BY_PEER",
                "EMPTY_RESPONSE",
                "RANDOM_DATA_THEN_CLOSE",
                "MALFORMED_RESPONSE_CHUNK"
            })
    void survivesABrokenConnection(String fault) {
        openAi(aResponse().withFault(Fault.valueOf(fault)));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.detail()).contains("OpenAI");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void tellsARefusalWithTheProvidersWords(int status) {
        openAi(error(status, "Incorrect API key provided: sk-ser**vice."));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.detail()).contains("Incorrect API key provided").doesNotContain("sk-");
    }

    @Test
    void tellsThatTheContextIsExceeded() {
        openAi(
                aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"error\":{\"message\":\"too many tokens\",\"code\":\"context_length_exceeded\"}}"));
        assertThat(assess(fields(MODEL)).status()).isEqualTo(413);
    }

    @Test
    void tellsThatAnAnswerWasCutOff() {
        openAi(json(Map.of("choices", List.of(choice("Key Concept\tObserv", "length")))));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No idea.", "", "Key Concept\tLabel\nSprites\tGood"})
    void tellsThatNoResponseCanBeUsed(String text) {
        openAi(completion(text));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("InvalidResponseError");
    }

    @Test
    void callsNoModelForABlankProgram() {
        Map<String, String> fields = fields(MODEL);
        fields.put("code", "// nothing yet\n");
        fields.put("remove-comments", "1");

        Answer answer = assess(fields);

        assertThat(labels(answer))
                .containsExactly("Sprites: No Evidence", "Variables: No Evidence");
        assertThat(answer.json().at("/metadata/agent").stringValue()).isEqualTo("static");
        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isZero();
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void takesCommentsOutOnlyWhereAsked() {
        openAi(completion(table("Sprites", "No", "Variables", "No")));
        Map<String, String> fields = fields(MODEL);
        fields.put("code", "a(); // secret plan");
        fields.put("legacy-prompt", "1");
        fields.put("remove-comments", "true");
        assess(fields);
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath("$.messages[1].content", equalTo("a(); "))));
    }

    private static void openAi(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(response));
    }
}
