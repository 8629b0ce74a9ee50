package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What keys with names may do, and what they are told when they may not. */
@ExtendWith(OutputCaptureExtension.class)
class KeyLimitsTests extends ScriptedService {

    private static final String CHAT = "/v1/chat/completions";

    /** 100 tokens in and 20 out of gpt-4.1-mini: 0.000072 USD. */
    private static final String ANSWER =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-4.1-mini",
             "choices": [{"index": 0, "finish_reason": "stop",
                          "message": {"role": "assistant", "content": "Hello!"}}],
             "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}}
            """;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("aiproxy.access.keys-file", () -> file().toString());
        properties.add("aiproxy.model.default-model", () -> "gpt-4.1-mini");
    }

    private static Path file() {
        StringBuilder json = new StringBuilder();
        for (String key :
                new String[] {
                    "plain|",
                    "poor-1|\"dailyBudgetUsd\": 0.0001",
                    "poor-2|\"dailyBudgetUsd\": 0.0001",
                    "poor-3|\"dailyBudgetUsd\": 0.00001",
                    "poor-4|\"dailyBudgetUsd\": 0.0001",
                    "single|\"maxInFlight\": 1",
                    "cheap|\"models\": [\"gpt-4.1-nano\", \"gpt-4o*\", \"bedrock.amazon.*\", \"offline.baseline\"]"
                }) {
            String[] parts = key.split("\\|", -1);
            json.append(json.isEmpty() ? "[" : ", ")
                    .append(
                            "{\"name\": \"%s\", \"sha256\": \"%s\"%s}"
                                    .formatted(
                                            parts[0],
                                            KeyHash.of("key-of-" + parts[0]),
                                            parts[1].isEmpty() ? "" : ", " + parts[1]));
        }
        try {
            Path file = Files.createTempFile("keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json.append("]"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesTheKeyInLogAndMetrics(CapturedOutput output) throws Exception {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("plain", "gpt-4.1-mini").statusCode()).isEqualTo(200);

        // The line is written when the answer is out.
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> output.getOut().contains("route=/v1/chat/completions"));
        assertThat(output.getOut())
                .containsPattern(
                        "route=/v1/chat/completions status=200 .*key=plain .*cost_usd=0.000072")
                .doesNotContain("key-of-plain", KeyHash.of("key-of-plain"));
        String metrics = get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("aiproxy_key_cost_usd_total{key=\"plain\"} 7.2E-5")
                .contains("aiproxy_key_spent_today_usd{key=\"plain\"} 7.2E-5")
                .contains("aiproxy_key_requests_total{key=\"plain\"}")
                .contains("aiproxy_key_requests_total{key=\"default\"}");
    }

    @Test
    void stopsAKeyThatHasSpentItsBudget() throws Exception {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("poor-1", "gpt-4.1-mini").statusCode()).isEqualTo(200);
        assertThat(chat("poor-1", "gpt-4.1-mini").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = chat("poor-1", "gpt-4.1-mini");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("43200");
        JsonNode error = json(refused).get("error");
        assertThat(error.get("message").stringValue())
                .isEqualTo(
                        "The key `poor-1` has spent its 0.0001 USD for today; its budget resets at"
                                + " 2026-11-27T00:00:00Z.");
        assertThat(error.get("code").stringValue()).isEqualTo("insufficient_quota");
        assertThat(OPENAI.calls()).hasSize(2);

        HttpResponse<String> assessment = assess("poor-1", "gpt-4.1-mini");
        assertThat(assessment.statusCode()).isEqualTo(429);
        assertThat(json(assessment).get("detail").stringValue()).contains("2026-11-27T00:00:00Z");
        assertThat(ask("poor-1", "/test/openai?model=gpt-4.1-mini").statusCode()).isEqualTo(429);
        assertThat(ask("poor-1", "/test/assessment").statusCode()).isEqualTo(429);
        assertThat(OPENAI.calls()).hasSize(2);
        // What costs nothing goes on.
        assertThat(assess("poor-1", "offline.baseline").statusCode()).isEqualTo(200);
        assertThat(ask("poor-1", "/v1/models").statusCode()).isEqualTo(200);
        assertThat(chat("plain", "gpt-4.1-mini").statusCode()).as("another key").isEqualTo(200);
        assertThat(get("/actuator/prometheus").body())
                .contains("aiproxy_key_refused_total{key=\"poor-1\",limit=\"budget\"} 4.0");
    }

    /** The answer that went over the budget was paid for, and is given. */
    @Test
    void givesTheAssessmentThatSpentTheRest() throws Exception {
        OPENAI.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        ANSWER.replace(
                                "Hello!",
                                "Key Concept\\tObservations\\tEvidence\\tLabel\\tReason\\n"
                                        + "Sprites\\ta\\tb\\tNo Evidence\\tc\\n"
                                        + "Variables\\ta\\tb\\tNo Evidence\\tc\\n")));
        assertThat(assess("poor-3", "gpt-4.1-mini").statusCode()).isEqualTo(200);
        assertThat(assess("poor-3", "gpt-4.1-mini").statusCode()).isEqualTo(429);
    }

    /** A stream tells what it cost at its end, for which such a caller doesn't stay. */
    @Test
    void countsStreamsWhoseCallersHangUp() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            for (int i = 0; i < 100; i++) {
                call.chunk(
                        "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"Hi\"}}]}\n\n");
            }
            call.awaitHangUp();
            hungUp.countDown();
        });
        String json = body("gpt-4.1-mini").replace("{\"model\"", "{\"stream\": true, \"model\"");
        try (Socket caller = new Socket("localhost", port())) {
            caller.getOutputStream()
                    .write(
                            ("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: key-of-poor-2\r\n"
                                            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                                    .formatted(CHAT, json.length(), json)
                                    .getBytes(StandardCharsets.UTF_8));
            assertThat(caller.getInputStream().readNBytes(5000)).hasSize(5000);
        }
        assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        !get("/actuator/prometheus")
                                .body()
                                .contains("aiproxy_key_spent_today_usd{key=\"poor-2\"} 0.0"));
        assertThat(chat("poor-2", "gpt-4.1-mini").statusCode()).isEqualTo(429);
        assertThat(OPENAI.calls()).filteredOn(call -> call.head().startsWith("POST")).hasSize(1);
    }

    @Test
    void takesNoModelWithoutAPriceWithABudget() throws Exception {
        for (String model : new String[] {"ollama/gemma3", "gpt-99-unheard-of"}) {
            HttpResponse<String> refused = chat("poor-4", model);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("`" + model + "` has no known price", "AIPROXY_MODEL_CATALOGUE");
        }
        assertThat(OLLAMA.calls()).isEmpty();
        OLLAMA.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("plain", "ollama/gemma3").statusCode()).isEqualTo(200);
    }

    @Test
    void holdsAKeyToItsRequestsInFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        OPENAI.plays(call -> {
            asked.countDown();
            answer.await();
            call.answer(200, "application/json", ANSWER);
        });
        CompletableFuture<HttpResponse<String>> first =
                http.sendAsync(
                        request("single", CHAT, body("gpt-4.1-mini")), BodyHandlers.ofString());
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = chat("single", "gpt-4.1-mini");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("2");
            assertThat(refused.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(json(refused).at("/error/message").stringValue())
                    .contains("`single`", "1 requests in flight");
        }
        assertThat(ask("single", "/test/assessment").statusCode()).isEqualTo(429);
        answer.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> ask("single", "/v1/models").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1-mini | gpt-4.1-mini",
                "gpt-4.1-nano,gpt-4.1-mini | gpt-4.1-mini",
                "gpt-4.1-nano, ollama/gemma3 | ollama/gemma3",
                "GPT-4.1-nano | ''",
                "bedrock.anthropic.claude-haiku-5-5 | bedrock.anthropic.claude-haiku-5-5",
                "aws.bedrock.amazon.nova-lite-v1:0 | ''"
            })
    void refusesOtherModels(String model, String named) throws Exception {
        for (String stream : new String[] {"false", "true"}) {
            HttpResponse<String> chat =
                    send(
                            request(
                                    "cheap",
                                    CHAT,
                                    body(model).replace("{", "{\"stream\": " + stream + ", ")));
            assertThat(chat.statusCode()).isIn(403, 404, 400);
            assertThat(chat.body()).contains(named);
        }
        assertThat(send(request("cheap", "/v1/responses", body(model))).statusCode())
                .isIn(403, 404, 400);
        assertThat(assess("cheap", model).statusCode()).isIn(403, 400);
        assertThat(OPENAI.calls()).isEmpty();
        assertThat(OLLAMA.calls()).isEmpty();
        assertThat(BEDROCK.calls()).isEmpty();
    }

    @Test
    void namesTheModelThatIsRefused() throws Exception {
        HttpResponse<String> refused = assess("cheap", "gpt-4.1-mini");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("detail").stringValue())
                .isEqualTo("`gpt-4.1-mini` isn't among the models that the key `cheap` may use.");
    }

    /** The default is a model like any other, and so are those of routes that read no body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/assessment",
                "/test/assessment/cfe",
                "/test/openai",
                "/test/openai?model=gpt-4.1-mini"
            })
    void refusesTheDefaultModel(String path) throws Exception {
        assertThat(ask("cheap", path).statusCode()).isEqualTo(403);
        assertThat(OPENAI.calls()).isEmpty();
    }

    @Test
    void takesModelsThatAreAllowed() throws Exception {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("cheap", "gpt-4.1-nano").statusCode()).isEqualTo(200);
        assertThat(assess("cheap", "offline.baseline").statusCode()).isEqualTo(200);
    }

    /** Parsers differ in which of two counts. */
    @Test
    void refusesTwoModels() throws Exception {
        String two =
                body("gpt-4.1-mini")
                        .replace("{\"model\"", "{\"model\": \"gpt-4.1-nano\", \"model\"");
        String reversed =
                body("gpt-4.1-nano")
                        .replace("{\"model\"", "{\"model\": \"gpt-4.1-mini\", \"model\"");
        for (String json : new String[] {two, reversed}) {
            assertThat(send(request("cheap", CHAT, json)).statusCode()).isIn(400, 403);
            assertThat(send(request("cheap", "/v1/responses", json)).statusCode()).isIn(400, 403);
        }
        assertThat(OPENAI.calls()).isEmpty();
    }

    @Test
    void listsTheModelsThatAreAllowed() throws Exception {
        assertThat(ids("cheap"))
                .isNotEmpty()
                .allMatch(it -> it.matches("gpt-4o.*|gpt-4\\.1-nano|bedrock\\.amazon\\..*"));
        assertThat(ids("plain")).contains("gpt-4.1-mini").hasSizeGreaterThan(ids("cheap").size());
        assertThat(ask("cheap", "/v1/models/gpt-4.1-mini").statusCode()).isEqualTo(404);
        assertThat(ask("plain", "/v1/models/gpt-4.1-mini").statusCode()).isEqualTo(200);
    }

    private List<String> ids(String key) {
        return json(ask(key, "/v1/models"))
                .get("data")
                .valueStream()
                .map(it -> it.get("id").stringValue())
                .toList();
    }

    private HttpResponse<String> chat(String key, String model) {
        return send(request(key, CHAT, body(model)));
    }

    private static String body(String model) {
        return "{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"
                .formatted(model);
    }

    private HttpResponse<String> assess(String key, String model) {
        return send(
                HttpRequest.newBuilder(URI.create(url() + "/assessment"))
                        .header("Authorization", "key-of-" + key)
                        .header("Content-Type", AssessmentForm.CONTENT_TYPE)
                        .POST(
                                BodyPublishers.ofString(
                                        AssessmentForm.encoded(AssessmentForm.fields(model))))
                        .build());
    }

    private HttpRequest request(String key, String path, String json) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "key-of-" + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpResponse<String> ask(String key, String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", "key-of-" + key)
                        .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
