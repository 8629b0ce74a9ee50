package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat with servers that have OpenAI's API, in one piece. */
@Timeout(30)
class ChatRouteTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String PATH = "/v1/chat/completions";

    private static final String REQUEST =
            """
            { "messages":[{"role":"user","content":"Gr\\u00fc\\u00dfe"}],  "temperature":1.0,
              "model" : "MODEL",
              "a_field_from_the_future":{"model":"nested"},"logprobs":true }\
            """;

    private static final String ANSWER =
            """
            {"id": "chatcmpl-1", "object":"chat.completion",
             "choices": [ {"index":0,"message":{"role":"assistant","content":"Gr\\u00fc\\u00dfe"},
               "logprobs":{"content":[]}, "finish_reason":"stop"} ],
             "usage": {"prompt_tokens": 9, "completion_tokens": 2, "total_tokens": 11},
             "a_field_from_the_future": 1.50 }\
            """;

    @Test
    void passesOnEveryByteOfRequestAndAnswer() {
        OPENAI.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        ANSWER,
                        "x-ratelimit-remaining-requests: 9",
                        "Set-Cookie: secret"));
        HttpResponse<String> answer = chat("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ANSWER);
        assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("9");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        Call call = OPENAI.calls().getFirst();
        assertThat(call.text()).isEqualTo(REQUEST.replace("MODEL", "gpt-4.1-mini"));
        assertThat(call.head())
                .startsWith("POST /v1/chat/completions ")
                .contains("Authorization: Bearer sk-service")
                .doesNotContain("test-key");
    }

    /** They would fill the buffer for the headers of our own answer, and make it a 500. */
    @Test
    void leavesOutHeadersThatAreTooLong() {
        String[] headers =
                IntStream.range(0, 100)
                        .mapToObj(i -> "x-ratelimit-%d: %s".formatted(i, "9".repeat(i * 10)))
                        .toArray(String[]::new);
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER, headers));

        HttpResponse<String> answer = chat("gpt-4.1-mini");

        assertThat(answer.body()).isEqualTo(ANSWER);
        assertThat(answer.headers().firstValue("x-ratelimit-1")).hasValue("9".repeat(10));
        assertThat(answer.headers().firstValue("x-ratelimit-99")).isEmpty();
    }

    @Test
    void passesOnTheQueryAndHeadersThatAreAboutTheRequest() {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(url() + PATH + "?api-version=1%2B1"))
                                .header("Authorization", "Bearer test-key")
                                .header("Content-Type", "application/json")
                                .header("OpenAI-Beta", "assistants=v2")
                                .header("Idempotency-Key", "once")
                                .header("X-Stainless-Lang", "java")
                                .header("OpenAI-Organization", "org-callers")
                                .header("Cookie", "session=1")
                                .POST(BodyPublishers.ofString(REQUEST.replace("MODEL", "gpt-4o")))
                                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OPENAI.calls().getFirst().head())
                .startsWith("POST /v1/chat/completions?api-version=1%2B1 ")
                .containsIgnoringCase("OpenAI-Beta: assistants=v2")
                .containsIgnoringCase("Idempotency-Key: once")
                .containsIgnoringCase("X-Stainless-Lang: java")
                .doesNotContain("org-callers", "session=1", "test-key");
    }

    @Test
    void leavesOutHeadersThatCannotBeSentOn() throws Exception {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        String json = REQUEST.replace("MODEL", "gpt-4o");
        String request =
                """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer test-key
                User-Agent: café
                Connection: close
                Content-Type: application/json
                Content-Length: %d

                """
                        .formatted(PATH, json.length());
        try (Socket caller = new Socket("localhost", port())) {
            caller.getOutputStream()
                    .write(
                            (request.replace("\n", "\r\n") + json)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(OPENAI.calls().getFirst().head()).doesNotContain("caf");
    }

    @Test
    void leavesTheNumberOfChoicesToTheProvider() {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        String json = "{\"model\": \"gpt-4o\", \"n\": 99999999999}";
        assertThat(send(post(PATH, json)).statusCode()).isEqualTo(200);
        assertThat(OPENAI.calls().getFirst().text()).isEqualTo(json);
    }

    @Test
    void tellsOfTheFirstFaultWhereTheNextModelCannotDoWhatIsAsked() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));
        HttpResponse<String> answer =
                send(
                        post(
                                PATH,
                                """
                                {"model": "gpt-4o,bedrock.amazon.nova-lite-v1:0", "seed": 1, \
                                "messages": [{"role": "user", "content": "Hi"}]}\
                                """));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(error(answer).get("message").stringValue()).startsWith("OpenAI ");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException, The provided model identifier is invalid.",
        "404, ResourceNotFoundException, Model use case details have not been submitted."
    })
    void tellsWhereBedrockHasNoSuchModel(int status, String type, String words) {
        BEDROCK.plays(call ->
                call.answer(
                        status,
                        "application/json",
                        "{\"message\": \"%s\"}".formatted(words),
                        "x-amzn-ErrorType: " + type));
        HttpResponse<String> answer =
                send(
                        post(
                                PATH,
                                """
                                {"model": "bedrock.none", \
                                "messages": [{"role": "user", "content": "Hi"}]}\
                                """));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(error(answer).get("code").stringValue()).isEqualTo("model_not_found");
        assertThat(error(answer).get("message").stringValue())
                .isEqualTo("Amazon Bedrock refused the request (%d): %s".formatted(status, words));
    }

    @Test
    void changesNothingButTheModelsNameForCompatibleServers() {
        OLLAMA.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("ollama/llama3:8b").body()).isEqualTo(ANSWER);
        assertThat(OLLAMA.calls().getFirst().text())
                .isEqualTo(REQUEST.replace("MODEL", "llama3:8b"));
    }

    @Test
    void asksTheNextModelWhileOneCannotAnswer() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));
        OLLAMA.plays(call -> call.answer(200, "application/json", ANSWER));
        assertThat(chat("gpt-4o,ollama/llama3:8b").body()).isEqualTo(ANSWER);
        assertThat(OPENAI.calls()).hasSize(3);
        assertThat(OPENAI.calls().getFirst().text()).isEqualTo(REQUEST.replace("MODEL", "gpt-4o"));
        assertThat(OLLAMA.calls().getFirst().text())
                .isEqualTo(REQUEST.replace("MODEL", "llama3:8b"));
    }

    @Test
    void passesOnWhatTheProviderFindsWrongWithTheRequest() {
        String error =
                """
                {"error": {"message": "Invalid schema, sk-abc123", "type": "x", "param": "tools"}}\
                """;
        OPENAI.plays(call -> call.answer(400, "application/json", error));
        HttpResponse<String> answer = chat("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(error.replace("sk-abc123", "[key]"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 502, server_error,",
        "429, 429, rate_limit_error, rate_limit_exceeded",
        "500, 503, server_error,",
        "503, 503, server_error,"
    })
    void namesTheProviderWhereItIsNotTheCallersFault(
            int status, int expected, String type, String code) {
        OPENAI.plays(call ->
                call.answer(
                        status,
                        "application/json",
                        "{\"error\": {\"message\": \"Incorrect key sk-abc123\"}}",
                        "Retry-After: 7"));
        HttpResponse<String> answer = chat("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(expected);
        JsonNode error = error(answer);
        assertThat(error.get("message").stringValue()).contains("OpenAI").doesNotContain("sk-");
        assertThat(error.get("type").stringValue()).isEqualTo(type);
        assertThat(error.get("code").asString("")).isEqualTo(code == null ? "" : code);
        assertThat(answer.headers().firstValue("Retry-After").orElse(""))
                .isEqualTo(status == 401 ? "" : "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<p>hello</p>", "[]", "{\"choices\": [", "{\"choices\": 1}", "\"text\""})
    void neverPassesOnWhatIsNoCompletion(String garbage) {
        OPENAI.plays(call -> call.answer(200, "application/json", garbage));
        HttpResponse<String> answer = chat("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(error(answer).get("message").stringValue())
                .isEqualTo("OpenAI answered, but not with a chat completion.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 400 | body | `body` must be a JSON object.",
                "{\"mo | 400 | body | `body` is not valid JSON.",
                "{} | 400 | model | `model` is required; GET /v1/models lists names.",
                "{\"model\": 1} | 400 | model | `model` must be a string.",
                "{\"model\": \"gpt-4o\", \"stream\": 1} | 400 | stream | `stream` must be true or false.",
                "{\"model\": \"none\"} | 404 | model | `model` is an unknown model"
            })
    void namesTheFieldThatCannotBeUsed(String json, int status, String param, String message) {
        HttpResponse<String> answer = send(post(PATH, json));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).get("param").stringValue()).isEqualTo(param);
        assertThat(error(answer).get("message").stringValue()).startsWith(message);
        assertThat(error(answer).get("type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(error(answer).get("code").asString(""))
                .isEqualTo(status == 404 ? "model_not_found" : "");
    }

    @Test
    void wantsTheServicesKey() {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(url() + PATH))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))
                                .build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer).get("code").stringValue()).isEqualTo("invalid_api_key");
    }

    @Test
    void takesPromptsOfMegabytesAndRefusesWhatIsOverTheLimit() {
        OPENAI.plays(call -> call.answer(200, "application/json", ANSWER));
        String large =
                """
                {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "%s"}]}\
                """
                        .formatted(letters(7 << 20));
        assertThat(send(post(PATH, large)).statusCode()).isEqualTo(200);
        assertThat(OPENAI.calls().getFirst().text()).isEqualTo(large);
        HttpResponse<String> refused = send(post(PATH, "{\"a\": \"" + letters(8 << 20) + "\"}"));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(error(refused).get("message").stringValue())
                .contains("exceeds this service's limit");
    }

    private HttpResponse<String> chat(String model) {
        return send(post(PATH, REQUEST.replace("MODEL", model)));
    }

    private static JsonNode error(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body()).get("error");
    }

    private static String letters(int count) {
        return new Random(1)
                .ints('a', 'z' + 1)
                .limit(count)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
