package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's responses, passed on byte for byte. */
@Timeout(30)
class ResponsesRouteTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String PATH = "/v1/responses";

    private static final String REQUEST =
            """
            { "input":"Gr\\u00fc\\u00dfe",  "model" : "MODEL", "previous_response_id":"resp_0",
              "store":true, "service_tier": "flex", "n": "no number",
              "a_field_from_the_future":{"model":"nested"} }\
            """;

    private static final String STREAMED =
            """
            {"model": "gpt-4.1-mini", "input": "Hi", "stream": true}\
            """;

    private static final String LIST =
            STREAMED.replace("gpt-4.1-mini", "gpt-4.1-mini,ollama/llama3");

    private static final String USAGE =
            """
            {"input_tokens":90,"input_tokens_details":{"cached_tokens":40},"output_tokens":20,\
            "output_tokens_details":{"reasoning_tokens":15},"total_tokens":110}\
            """;

    private static final String ANSWER =
            """
            {"id": "resp_1", "object":"response", "error":null, "status":"completed",
             "output": [ {"type":"message","content":[{"type":"output_text","text":"Gr\\u00fc"}]} ],
             "usage": USAGE, "a_field_from_the_future": 1.50 }\
            """
                    .replace("USAGE", USAGE);

    private static final String STREAM =
            """
            event: response.created
            data: {"type":"response.created","response":{"error":null,"output":[]},"sequence_number":0}

            : a comment

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","delta":"says \\"error\\" 😀","sequence_number":1}

            event: response.END
            data: {"type":"response.END","response":{"error":null,"output":[],"usage":USAGE},"sequence_number":2}

            """
                    .replace("USAGE", USAGE);

    @Test
    void passesOnEveryByteOfRequestAndAnswer() {
        OPENAI.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        ANSWER,
                        "x-ratelimit-remaining-requests: 9",
                        "Set-Cookie: secret"));
        HttpResponse<String> answer = ask("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ANSWER);
        assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("9");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(OPENAI.calls().getFirst().text())
                .isEqualTo(REQUEST.replace("MODEL", "gpt-4.1-mini"));
        assertThat(OPENAI.calls().getFirst().head())
                .startsWith("POST /v1/responses ")
                .contains("Authorization: Bearer sk-service")
                .doesNotContain("test-key");
    }

    @Test
    void changesNothingButTheModelsNameForCompatibleServers() {
        OLLAMA.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(ask("ollama/llama3:8b").body()).isEqualTo(ANSWER);
        assertThat(OLLAMA.calls().getFirst().head()).startsWith("POST /v1/responses ");
        assertThat(OLLAMA.calls().getFirst().text())
                .isEqualTo(REQUEST.replace("MODEL", "llama3:8b"));
    }

    @Test
    void asksTheNextModelWhileOneCannotAnswer() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));
        OLLAMA.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(ask("gpt-4o,ollama/llama3:8b").body()).isEqualTo(ANSWER);
        assertThat(OPENAI.calls()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "queued", "incomplete"})
    void passesOnAnswersThatAreNotComplete(String status) {
        String json =
                """
                {"object":"response","status":"%s","error":{"message":"no"},"output":[]}\
                """
                        .formatted(status);
        OPENAI.plays(call -> call.answer(200, "application/json", json));
        HttpResponse<String> answer = ask("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(json);
    }

    @Test
    void passesOnWhatTheProviderFindsWrongWithTheRequest() {
        String error =
                """
                {"error": {"message": "Unknown parameter, sk-abc123", "param": "x", "code": "y"}}\
                """;
        OPENAI.plays(call -> call.answer(400, "application/json", error));
        HttpResponse<String> answer = ask("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(error.replace("sk-abc123", "[key]"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 502, server_error",
        "429, 429, rate_limit_error",
        "500, 503, server_error",
    })
    void namesTheProviderWhereItIsNotTheCallersFault(int status, int expected, String type) {
        OPENAI.plays(call ->
                call.answer(
                        status,
                        "application/json",
                        "{\"error\": {\"message\": \"Incorrect key sk-abc123\"}}",
                        "Retry-After: 7"));
        HttpResponse<String> answer = ask("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(error(answer).get("message").stringValue())
                .contains("OpenAI")
                .doesNotContain("sk-");
        assertThat(error(answer).get("type").stringValue()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>hello</p>", "[]", "{\"output\": [", "{\"choices\": []}"})
    void neverPassesOnWhatIsNoResponse(String garbage) {
        OPENAI.plays(call -> call.answer(200, "application/json", garbage));
        HttpResponse<String> answer = ask("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(error(answer).get("message").stringValue())
                .isEqualTo("OpenAI answered, but not with a response.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 400 | body | `body` must be a JSON object.",
                "{} | 400 | model | `model` is required; GET /v1/models lists names.",
                "{\"model\": \"gpt-4o\", \"stream\": 1} | 400 | stream | `stream` must be true or false.",
                "{\"model\": \"none\"} | 404 | model | `model` is an unknown model",
                "{\"model\": \"offline.baseline\"} | 400 | model | `model` answers chat completions only; name another model.",
                "{\"model\": \"bedrock.amazon.nova-lite-v1:0\"} | 400 | model | `model` is on Bedrock, which supports chat completions only: use POST /v1/chat/completions."
            })
    void namesTheFieldThatCannotBeUsed(String json, int status, String param, String message) {
        HttpResponse<String> answer = send(post(PATH, json));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).get("param").stringValue()).isEqualTo(param);
        assertThat(error(answer).get("message").stringValue()).startsWith(message);
        assertThat(error(answer).get("type").stringValue()).isEqualTo("invalid_request_error");
    }

    @Test
    void leavesItsSubresourcesToNobody() {
        assertThat(get(PATH + "/resp_1").statusCode()).isEqualTo(404);
        assertThat(send(post(PATH + "/resp_1/cancel", "{}")).statusCode()).isEqualTo(404);
        assertThat(get(PATH).statusCode()).isEqualTo(405);
        assertThat(OPENAI.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "incomplete"})
    void streamsEveryByteUpToTheEventThatHasTheResponse(String end) {
        String stream = STREAM.replace("END", end);
        OPENAI.plays(call -> {
            call.stream("text/event-stream; charset=utf-8");
            for (byte one : stream.getBytes(StandardCharsets.UTF_8)) {
                call.chunk(new byte[] {one});
            }
            call.awaitHangUp();
        });
        HttpResponse<String> answer = send(post(PATH, STREAMED));
        assertThat(answer.body()).isEqualTo(stream);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/event-stream;charset=UTF-8");
    }

    @Test
    void isWholeThoughTheLastBlankLineIsMissing() {
        String stream = STREAM.replace("END", "completed");
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(stream.substring(0, stream.length() - 2));
            call.lastChunk();
        });
        assertThat(send(post(PATH, STREAMED)).body()).isEqualTo(stream);
    }

    @Test
    void endsAStreamThatBreaksWithAnErrorInItsForm() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(STREAM.substring(0, STREAM.indexOf("event: response.END")));
            call.lastChunk();
        });
        String body = send(post(PATH, STREAMED)).body();
        assertThat(body)
                .startsWith(STREAM.substring(0, STREAM.indexOf("event: response.END")))
                .endsWith(
                        """
                        event: error
                        data: {"type":"error","code":"server_error",\
                        "message":"OpenAI ended its answer early.","param":null,"sequence_number":3}

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event: response.failed | {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"server_error\",\"message\":\"out of memory, sk-abc\"}}}",
                "event: error | {\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"out of memory, sk-abc\",\"param\":null}",
                "event: error | {\"type\":\"error\",\"error\":{\"message\":\"out of memory, sk-abc\"}}",
            })
    void passesOnTheEventWithWhichTheProviderGivesUp(String type, String data) {
        String begun = STREAM.substring(0, STREAM.indexOf(": a comment"));
        String last = type + "\ndata: " + data + "\n\n";
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(begun + last + "data: more\n\n");
            call.lastChunk();
        });
        assertThat(send(post(PATH, STREAMED)).body())
                .isEqualTo(begun + last.replace("sk-abc", "[key]"));

        // As long as nothing was passed on, the next model may do better.
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(last);
            call.lastChunk();
        });
        OLLAMA.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(STREAM.replace("END", "completed"));
            call.lastChunk();
        });
        assertThat(send(post(PATH, LIST)).body()).isEqualTo(STREAM.replace("END", "completed"));
        assertThat(send(post(PATH, STREAMED)).statusCode())
                .isEqualTo(data.contains("rate_limit_exceeded") ? 429 : 503);
    }

    @Test
    void passesEachEventOnBeforeTheNextIsThere() throws Exception {
        CountDownLatch firstIsHere = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("event: first\ndata: {}\n\n");
            assertThat(firstIsHere.await(10, TimeUnit.SECONDS)).isTrue();
            call.chunk(STREAM.replace("END", "completed"));
            call.lastChunk();
        });
        HttpResponse<InputStream> answer =
                http.send(post(PATH, STREAMED), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: first");
            firstIsHere.countDown();
            assertThat(lines.lines().toList()).contains("event: response.completed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stopsTheProvidersCallWhenTheCallerHangsUp(boolean isStreamed) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        OPENAI.plays(call -> {
            asked.countDown();
            call.awaitHangUp();
            hungUp.countDown();
        });
        try (Socket _ = call(PATH, STREAMED.replace("true", String.valueOf(isStreamed)))) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(OPENAI.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsTokensAndCost(boolean isStreamed) {
        OPENAI.plays(call -> {
            if (isStreamed) {
                call.stream("text/event-stream");
                call.chunk(STREAM.replace("END", "completed"));
                call.lastChunk();
            } else {
                call.answer(200, "application/json", ANSWER);
            }
        });
        String before = get("/actuator/prometheus").body();
        assertThat(
                        send(post(PATH, STREAMED.replace("true", String.valueOf(isStreamed))))
                                .statusCode())
                .isEqualTo(200);
        String after = get("/actuator/prometheus").body();
        assertThat(
                        sum(after, "gen_ai_client_token_usage_sum", "\"input\"")
                                - sum(before, "gen_ai_client_token_usage_sum", "\"input\""))
                .isEqualTo(90);
        assertThat(
                        sum(after, "gen_ai_client_token_usage_sum", "\"output\"")
                                - sum(before, "gen_ai_client_token_usage_sum", "\"output\""))
                .isEqualTo(20);
        assertThat(
                        sum(after, "aiproxy_tokens_cached_total", "")
                                - sum(before, "aiproxy_tokens_cached_total", ""))
                .isEqualTo(40);
        assertThat(sum(after, "aiproxy_cost_usd_total", ""))
                .isGreaterThan(sum(before, "aiproxy_cost_usd_total", ""));
        assertThat(after).contains("gen_ai_operation_name=\"chat\"", "uri=\"/v1/responses\"");
    }

    private static double sum(String metrics, String name, String label) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> ask(String model) {
        return send(post(PATH, REQUEST.replace("MODEL", model)));
    }

    private static JsonNode error(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body()).get("error");
    }
}
