package org.code.aiproxy.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What servers with OpenAI's API have sent in its name, and what it is worth. */
@Timeout(60)
class WireFormatTests extends ScriptedService {

    private static final Path WIRE = Path.of("src/test/resources/reports/wire");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CHAT = "/v1/chat/completions";
    private static final String HELLO =
            "{\"model\": \"%s\", \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";
    private static final String PIECE =
            "data: {\"id\": \"c\", \"choices\": [{\"index\": 0, \"delta\": {\"content\": \"Hello\"}, \"finish_reason\": null}]}\n\n";
    private static final String FINISH =
            "data: {\"id\": \"c\", \"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"stop\"}]}\n\n";
    private static final String USAGE =
            "data: {\"id\": \"c\", \"choices\": [], \"usage\": {\"prompt_tokens\": 3, \"completion_tokens\": 2, \"total_tokens\": 5}}\n\n";
    private static final String WHOLE =
            "{\"id\": \"c\", \"choices\": [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": {\"role\": \"assistant\", \"content\": \"Hello\"}}], \"usage\": {\"prompt_tokens\": 3, \"completion_tokens\": 2}}";
    private static final String DONE = "data: [DONE]\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-parts/parts",
                "missing-fields/bare",
                "missing-fields/finishnull",
                "missing-fields/finishodd",
                "missing-fields/usageempty",
                "missing-fields/usagefloat",
                "missing-fields/usagenull",
                "missing-fields/usagepart",
                "missing-fields/usagetext",
                "mislabelled/sse",
                "reasoning-content/null"
            })
    void isAnAnswerAllTheSame(String name) throws IOException {
        OPENAI.plays(played(name));

        HttpResponse<String> answer = assess("gpt-4.1-mini");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Limited Evidence").contains("Convincing Evidence");
        assertThat(OPENAI.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200-error-body/err404, 502, 1",
        "200-error-body/err429, 429, 3",
        "200-error-body/err502, 503, 3",
        "200-error-body/partial, 503, 3",
        "content-filter/filter, 502, 1",
        "content-filter/refusal, 502, 1"
    })
    void isTheErrorThatItSaysItIs(String name, int status, int calls) throws IOException {
        OPENAI.plays(played(name));
        HttpResponse<String> answer = assess("gpt-4.1-mini");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(OPENAI.calls()).hasSize(calls);
        if (name.startsWith("content-filter")) {
            assertThat(answer.body()).containsIgnoringCase("openai").contains("content filter");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-filter/filter", "content-filter/refusal"})
    void letsTheListsNextModelAnswer(String name) throws IOException {
        OPENAI.plays(played(name));
        OLLAMA.plays(played("missing-fields/bare"));
        assertThat(assess("gpt-4.1-mini,ollama/x").statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheProviderWhereThereAreNoChoices() {
        OPENAI.plays(call -> call.answer(200, "application/json", "{\"choices\": []}"));
        HttpResponse<String> answer = assess("gpt-4.1-mini");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("OpenAI");
        // A chat's answer is the caller's to judge.
        assertThat(chat(false).body()).isEqualTo("{\"choices\": []}");
    }

    @ParameterizedTest
    @CsvSource({"404, 404, 1", "429, 429, 3", "502, 503, 3"})
    void isAnErrorOfChatsToo(int code, int status, int calls) {
        String error = "{\"error\": {\"message\": \"no\", \"code\": %d}}".formatted(code);
        OPENAI.plays(call -> call.answer(200, "application/json", error));
        assertThat(chat(false).statusCode()).isEqualTo(status);
        assertThat(OPENAI.calls()).hasSize(calls);

        OPENAI.plays(call -> stream(call, "text/event-stream", "data: " + error + "\n\n"));
        assertThat(chat(true).statusCode()).isEqualTo(status);
        assertThat(OPENAI.calls()).hasSize(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/json", "text/plain; charset=utf-8"})
    void isAStreamWhateverItsLabel(String label) {
        OPENAI.plays(call -> stream(call, label, PIECE + FINISH + DONE));
        HttpResponse<String> answer = chat(true);
        assertThat(answer.body()).isEqualTo(PIECE + FINISH + DONE);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
    }

    @Test
    void isMadeAStreamOfAWholeAnswerAndAWholeAnswerOfAStream() {
        OPENAI.plays(call -> call.answer(200, "application/json", WHOLE));
        assertThat(chat(true).body())
                .contains("\"delta\":{\"role\":\"assistant\",\"content\":\"Hello\"}")
                .contains("\"finish_reason\":\"stop\"")
                .endsWith(DONE);

        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + PIECE + FINISH + DONE));
        JsonNode whole = MAPPER.readTree(chat(false).body());
        assertThat(whole.at("/choices/0/message/content").stringValue()).isEqualTo("HelloHello");
        assertThat(whole.at("/choices/0/finish_reason").stringValue()).isEqualTo("stop");
    }

    @Test
    void isWholeWithoutDone() {
        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH));
        assertThat(chat(true).body()).isEqualTo(PIECE + FINISH + DONE);

        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH + USAGE));
        assertThat(chat(true).body()).isEqualTo(PIECE + FINISH + DONE);

        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH.strip()));
        assertThat(chat(true).body()).startsWith(PIECE + FINISH.strip()).endsWith("\n\n" + DONE);
    }

    @Test
    void isNoWholeAnswerWithoutAFinishForEachChoice() {
        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE));
        assertThat(chat(true).body()).contains("error").doesNotContain("[DONE]");

        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH));
        String two =
                HELLO.formatted("gpt-4.1-mini", "true").replace("{\"model", "{\"n\": 2, \"model");
        assertThat(send(post(CHAT, two)).body()).contains("error").doesNotContain("[DONE]");
    }

    @Test
    void isAskedForItsUsageWhichIsTakenOutAgain() {
        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH + USAGE + DONE));
        assertThat(chat(true).body()).isEqualTo(PIECE + FINISH + DONE);
        assertThat(OPENAI.calls().getFirst().text())
                .contains("\"stream_options\":{\"include_usage\":true}");
    }

    @Test
    void keepsTheUsageThatTheCallerAskedFor() {
        OPENAI.plays(call -> stream(call, "text/event-stream", PIECE + FINISH + USAGE + DONE));
        String asking =
                HELLO.formatted("gpt-4.1-mini", "true")
                        .replace(
                                "{\"model",
                                "{\"stream_options\": {\"include_usage\": true}, \"model");
        assertThat(send(post(CHAT, asking)).body()).isEqualTo(PIECE + FINISH + USAGE + DONE);
        assertThat(OPENAI.calls().getFirst().text()).isEqualTo(asking);
    }

    @Test
    void isAskedAgainWithoutUsageWhereTheServerRefusesThatAndThatIsRemembered() {
        OPENAI.plays(call -> {
            if (call.text().contains("stream_options")) {
                call.answer(
                        400,
                        "application/json",
                        "{\"error\": {\"message\": \"Unknown field: stream_options\"}}");
            } else {
                stream(call, "text/event-stream", PIECE + FINISH + DONE);
            }
        });
        String other = HELLO.formatted("gpt-4.1-nano-old", "true");
        assertThat(send(post(CHAT, other)).body()).isEqualTo(PIECE + FINISH + DONE);
        assertThat(OPENAI.calls()).hasSize(2);
        assertThat(send(post(CHAT, other)).body()).isEqualTo(PIECE + FINISH + DONE);
        assertThat(OPENAI.calls()).hasSize(3);
    }

    private HttpResponse<String> chat(boolean isStreamed) {
        return send(post(CHAT, HELLO.formatted("gpt-4.1-mini", isStreamed)));
    }

    private HttpResponse<String> assess(String model) {
        Map<String, String> fields = AssessmentForm.fields(model);
        fields.put("rubric", "Key Concept\nSprites\nDraw Loop\n");
        fields.remove("examples");
        return postForm(fields);
    }

    private static void stream(Call call, String label, String events) throws IOException {
        call.stream(label);
        call.chunk(events);
        call.lastChunk();
    }

    private static Script played(String name) throws IOException {
        JsonNode played = MAPPER.readTree(Files.readString(WIRE.resolve(name + ".json")));
        String label = played.path("headers").path("Content-Type").asString("application/json");
        return call -> {
            if (played.has("sse")) {
                StringBuilder events = new StringBuilder();
                played.get("sse").forEach(event -> events.append(event.asString("")));
                stream(call, "text/event-stream", events.toString());
            } else {
                call.answer(played.path("status").asInt(200), label, played.get("body").toString());
            }
        };
    }
}
