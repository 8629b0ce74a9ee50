package org.code.aiproxy.provider.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.ConverseAnswers;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets providers answer with random changes, over sockets. */
@Tag("fuzz")
@Timeout(300)
class ProviderAnswersFuzzTests extends ScriptedService {

    private static final int ANSWERS = Mutation.times(1_000);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<Integer> DOCUMENTED = List.of(200, 400, 413, 429, 502, 503, 504);

    private static final String RESPONSE =
            """
            [{"Key Concept": "Sprites", "Observations": "o", "Evidence": "Line 1: a `var x;`",
              "Reason": "r", "Label": "Limited Evidence"}]\
            """;

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        "\\u0000",
        "\\ud83d",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "1e999",
        "99999999999999999999",
        "{}",
        "[]",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "data:",
        "data: [DONE]\n\n",
        "data: {}\n\n",
        "data: {\"error\":{}}\n\n",
        "event: error\n",
        "\0",
        "\ufeff",
        "é",
        "😀",
        "\"choices\":",
        "\"usage\":",
        "\"error\":",
        "\"message\":",
        "\"content\":",
        "\"stopReason\":",
        "\"toolUse\":{\"name\":\"a\",\"input\":{}}"
    };

    private enum Provider {
        OPENAI("gpt-4.1-mini"),
        BEDROCK("bedrock.us.anthropic.claude-sonnet-4-5-v1:0");

        private final String model;

        Provider(String model) {
            this.model = model;
        }
    }

    /** What is asked of whom. */
    enum Question {
        ASSESSMENT_OF_OPENAI(Provider.OPENAI, "/assessment", false),
        CHAT_OF_OPENAI(Provider.OPENAI, "/v1/chat/completions", false),
        STREAM_OF_OPENAI(Provider.OPENAI, "/v1/chat/completions", true),
        ASSESSMENT_OF_BEDROCK(Provider.BEDROCK, "/assessment", false),
        CHAT_OF_BEDROCK(Provider.BEDROCK, "/v1/chat/completions", false),
        STREAM_OF_BEDROCK(Provider.BEDROCK, "/v1/chat/completions", true);

        private final Provider provider;
        private final String path;
        private final boolean isStreamed;

        Question(Provider provider, String path, boolean isStreamed) {
            this.provider = provider;
            this.path = path;
            this.isStreamed = isStreamed;
        }

        String json() {
            return MAPPER.writeValueAsString(
                    path.equals("/assessment")
                            ? Map.of(
                                    "model",
                                    provider.model,
                                    "code",
                                    "var x;",
                                    "prompt",
                                    "p",
                                    "response-type",
                                    "json",
                                    "rubric",
                                    "Key Concept,No Evidence\nSprites,none\n")
                            : Map.of(
                                    "model",
                                    provider.model,
                                    "stream",
                                    isStreamed,
                                    "messages",
                                    List.of(Map.of("role", "user", "content", "Hi"))));
        }

        String contentType() {
            return !isStreamed
                    ? "application/json"
                    : provider == Provider.OPENAI
                            ? "text/event-stream"
                            : ConverseEvents.CONTENT_TYPE;
        }

        byte[] answer() {
            return switch (this) {
                case ASSESSMENT_OF_OPENAI, CHAT_OF_OPENAI -> completion().getBytes(UTF_8);
                case STREAM_OF_OPENAI -> STREAM.getBytes(UTF_8);
                case ASSESSMENT_OF_BEDROCK, CHAT_OF_BEDROCK -> converse().getBytes(UTF_8);
                case STREAM_OF_BEDROCK -> ConverseAnswers.answer("Hello");
            };
        }
    }

    private static final String STREAM =
            """
            data: {"id":"1","choices":[{"index":0,"delta":{"content":"Grüße 😀"}}]}

            : a comment

            data: {"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"id":"1","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}

            data: [DONE]

            """;

    private static String completion() {
        return """
        {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4.1-mini",
         "choices":[{"index":0,"finish_reason":"stop",
           "message":{"role":"assistant","content":%s}}],
         "usage":{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120}}\
        """
                .formatted(MAPPER.writeValueAsString(RESPONSE));
    }

    private static String converse() {
        return """
        {"output":{"message":{"role":"assistant","content":[{"text":%s}]}},
         "stopReason":"end_turn","metrics":{"latencyMs":10},
         "usage":{"inputTokens":15,"outputTokens":20,"totalTokens":35}}\
        """
                .formatted(MAPPER.writeValueAsString(RESPONSE));
    }

    @ParameterizedTest
    @EnumSource
    void areUnderstoodOrRefused(Question question) {
        Mutation mutation = new Mutation(List.of(STREAM, completion(), converse()), FRAGMENTS);
        for (int i = 0; i < ANSWERS; i++) {
            byte[] answer = mutated(question, mutation);
            int status = mutation.any(List.of(200, 200, 200, 200, 400, 429));
            play(call -> answer(call, question, status, answer));

            assertDocumented(question, "%s: %s".formatted(mutation, new String(answer, UTF_8)));
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void areUnderstoodOrRefusedAsHttp(Question question) {
        Mutation mutation = new Mutation(List.of(STREAM), FRAGMENTS);
        String head =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\n\r\n"
                        .formatted(question.contentType());
        for (int i = 0; i < ANSWERS / 4; i++) {
            byte[] start = mutation.next(head.getBytes(UTF_8));
            play(call -> {
                call.send(start);
                call.send(question.answer());
            });

            assertDocumented(question, "%s: %s".formatted(mutation, new String(start, UTF_8)));
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    /** Texts change as texts twice out of three times; frames of bytes are bytes only. */
    private static byte[] mutated(Question question, Mutation mutation) {
        byte[] answer = question.answer();
        return question == Question.STREAM_OF_BEDROCK || mutation.number(3) == 0
                ? mutation.next(answer)
                : mutation.next(new String(answer, UTF_8)).getBytes(UTF_8);
    }

    private static void play(Script script) {
        OPENAI.plays(script);
        BEDROCK.plays(script);
    }

    private static void answer(Call call, Question question, int status, byte[] answer)
            throws Exception {
        if (status != 200 || !question.isStreamed) {
            call.answer(status, "application/json", answer);
            return;
        }
        call.stream(question.contentType());
        if (answer.length > 0) {
            call.chunk(answer);
        }
        call.lastChunk();
    }

    private void assertDocumented(Question question, String description) {
        HttpResponse<String> answer = send(post(question.path, question.json()));
        assertThat(answer.statusCode()).as(description).isIn(DOCUMENTED);
        if (answer.statusCode() == 200 && question.isStreamed) {
            assertThat(answer.body())
                    .as(description)
                    .containsAnyOf("[DONE]", "data: {\"error\":{\"message\":");
        } else {
            JsonNode json = MAPPER.readTree(answer.body());
            assertThat(json.isObject()).as(description).isTrue();
        }
    }
}
