package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.code.aiproxy.ConverseAnswers;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests for chat with random changes, for OpenAI's models and for Bedrock's. */
@Tag("fuzz")
@Timeout(300)
class ChatRequestFuzzTests extends ScriptedService {

    private static final int REQUESTS = Mutation.times(5_000);
    private static final int LONG = 1_000_000;
    private static final String PATH = "/v1/chat/completions";
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        "{}",
        "[]",
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
        "0.1",
        "\"\"",
        " ",
        "\n",
        "\0",
        "\ufeff",
        "😀",
        "\"role\":",
        "\"content\":",
        "\"stream\":true,",
        "\"n\":2,",
        "\"n\":1e9,",
        "\"tools\":",
        "\"type\":",
        "\"text\"",
        "\"tool\"",
        "\"tool_calls\":",
        "\"stop\":",
        "\"temperature\":",
        "data:image/png;base64,",
        "bedrock.",
        "offline.baseline",
        "[[[["
    };

    @Test
    void areAnsweredOrRefused() throws IOException {
        play();
        Mutation mutation = new Mutation(requests(), FRAGMENTS);
        for (int i = 0; i < REQUESTS; i++) {
            String json = mutation.next();

            assertAnsweredOrRefused(json, "%s: %s".formatted(mutation, json));
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void areReadAtAnyLength() throws IOException {
        play();
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());
            assertAnsweredOrRefused(flood, fragment);
            for (String request : requests()) {
                assertAnsweredOrRefused(
                        request.replaceFirst("Hello", "Hello\", \"" + flood), fragment);
            }
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    private void assertAnsweredOrRefused(String json, String description) {
        HttpResponse<String> answer = send(post(PATH, json));
        assertThat(answer.statusCode()).as(description).isIn(200, 400, 404, 413);
        if (answer.statusCode() != 200) {
            assertThat(MAPPER.readTree(answer.body()).at("/error/message").asString(""))
                    .as(description)
                    .isNotBlank();
        }
    }

    /** Providers that answer everything. */
    private static void play() {
        OPENAI.plays(call -> {
            if (isStreamed(call)) {
                call.answer(200, "text/event-stream", "data: {\"choices\":[]}\n\ndata: [DONE]\n\n");
            } else {
                call.answer(200, "application/json", "{\"choices\": []}");
            }
        });
        BEDROCK.plays(call -> {
            boolean callsTool = call.text().contains("\"toolChoice\":{\"tool\"");
            if (call.head().contains("converse-stream")) {
                call.answer(
                        200,
                        ConverseEvents.CONTENT_TYPE,
                        callsTool ? streamedToolCall() : ConverseAnswers.answer("Hello"));
            } else {
                call.answer(
                        200,
                        "application/json",
                        """
                        {"output":{"message":{"role":"assistant","content":[%s]}},
                         "stopReason":"%s","metrics":{"latencyMs":10},
                         "usage":{"inputTokens":15,"outputTokens":20,"totalTokens":35}}\
                        """
                                .formatted(
                                        callsTool
                                                ? "{\"toolUse\":{\"toolUseId\":\"1\",\"name\":\"a\",\"input\":{}}}"
                                                : "{\"text\":\"Hello\"}",
                                        callsTool ? "tool_use" : "end_turn"));
            }
        });
    }

    private static byte[] streamedToolCall() {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        events.writeBytes(ConverseEvents.messageStart());
        events.writeBytes(ConverseEvents.toolStart(0, "1", "a"));
        events.writeBytes(ConverseEvents.toolInput(0, "{}"));
        events.writeBytes(ConverseEvents.blockStop(0));
        events.writeBytes(ConverseEvents.messageStop("tool_use"));
        events.writeBytes(ConverseAnswers.metadata());
        return events.toByteArray();
    }

    private static boolean isStreamed(Call call) {
        return call.head().toLowerCase(Locale.ROOT).contains("text/event-stream");
    }

    private static List<String> requests() throws IOException {
        List<String> ofBedrock =
                MAPPER.readTree(
                                Files.readString(
                                        Path.of(
                                                "src/test/resources/chat/bedrock/translations.json")))
                        .valueStream()
                        .map(example -> example.get("request").toString())
                        .toList();
        List<String> ofOpenAi =
                List.of(
                        """
                        {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "Hello"}],
                         "stream": true, "n": 1, "stream_options": {"include_usage": true}}\
                        """,
                        """
                        {"model": "bedrock.us.anthropic.a-v1:0", "stream": true,
                         "messages": [{"role": "user", "content": "Hello"}]}\
                        """);
        return Stream.concat(ofBedrock.stream(), ofOpenAi.stream()).toList();
    }
}
