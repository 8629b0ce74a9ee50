package org.code.aiproxy.provider.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.Endless;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What is no answer ends as an unusable provider's, named, whoever sends it and whatever was asked;
 * it is not read further than an answer can be long, and leads nowhere else.
 */
// The pool of the client for streams keeps connections on which interim answers go on.
@DirtiesContext
@Timeout(60)
class HostileAnswersTests extends ScriptedService {

    private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    /** Who is asked, by what name, and how errors call it. */
    private enum Asked {
        OPENAI("gpt-4.1-mini", "openai"),
        OLLAMA("ollama/llama3", "ollama"),
        BEDROCK("bedrock.us.anthropic.claude-sonnet-4-5-v1:0", "bedrock");

        private final String model;
        private final String name;

        Asked(String model, String name) {
            this.model = model;
            this.name = name;
        }

        ScriptedProvider player() {
            return switch (this) {
                case OPENAI -> ScriptedService.OPENAI;
                case OLLAMA -> ScriptedService.OLLAMA;
                case BEDROCK -> ScriptedService.BEDROCK;
            };
        }
    }

    static Stream<Arguments> hostileAnswers() {
        String choices = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"";
        String content = "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[";
        List<Arguments> all = new ArrayList<>();
        for (String body :
                List.of("null", "", "  \n", "{}", "[]", "\"\"", "0", "true", "<html>Hi</html>")) {
            all.add(Arguments.of("200 " + body, says(body)));
        }
        for (int status : List.of(100, 102, 103)) {
            all.add(Arguments.of("only " + status, Endless.interim(status)));
        }
        all.add(Arguments.of("headers", Endless.headers()));
        all.add(Arguments.of("a header", Endless.header()));
        all.add(Arguments.of("choices", body("{\"choices\":[", "{},")));
        all.add(Arguments.of("contents", body(content, "{},")));
        all.add(Arguments.of("text", body(choices, "aaaa")));
        all.add(Arguments.of("text of Converse", body(content + "{\"text\":\"", "aaaa")));
        all.add(Arguments.of("fields", body("{\"a\":0", ",\"b\":{}")));
        all.add(Arguments.of("error in 200", body("{\"error\":[", "{},")));
        all.add(Arguments.of("spaces", body("", " ")));
        all.add(Arguments.of("depth", body("", "[")));
        all.add(Arguments.of("a number", body("{\"usage\":", "1")));
        all.add(Arguments.of("an error", body(500, "{\"error\":[", "{},")));
        all.add(Arguments.of("compressed spaces", Endless.compressed("application/json", "", " ")));
        all.add(
                Arguments.of(
                        "compressed choices",
                        Endless.compressed("application/json", "{\"choices\":[", "{},")));
        for (int status : List.of(301, 302, 303, 307, 308)) {
            all.add(
                    Arguments.of(
                            "redirect " + status,
                            redirect(status, ELSEWHERE.url() + "/v1/chat/completions")));
        }
        return all.stream();
    }

    private static final ScriptedProvider ELSEWHERE = new ScriptedProvider();

    private static Script body(String beginning, String more) {
        return body(200, beginning, more);
    }

    private static Script body(int status, String beginning, String more) {
        return Endless.body(
                status, "application/json", beginning.getBytes(UTF_8), more.getBytes(UTF_8));
    }

    private static Script stream(String beginning, String more) {
        return Endless.body(
                200, "text/event-stream", beginning.getBytes(UTF_8), more.getBytes(UTF_8));
    }

    private static Script says(String body) {
        return call -> call.answer(200, "application/json", body);
    }

    private static Script redirect(int status, String target) {
        return call -> call.answer(status, "text/html", "moved", "Location: " + target);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileAnswers")
    void areAnUnusableProviders(String name, Script script) {
        List<String> wrong = new ArrayList<>();
        for (Asked asked : Asked.values()) {
            asked.player().plays(script);
            for (HttpResponse<String> answer : answers(asked)) {
                String body = answer.body().toLowerCase(Locale.ROOT);
                if (answer.statusCode() != 503 || !body.contains(asked.name)) {
                    wrong.add(
                            "%s %s: %d %s"
                                    .formatted(
                                            asked,
                                            answer.uri().getPath(),
                                            answer.statusCode(),
                                            answer.body()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ELSEWHERE.calls()).isEmpty();
    }

    private List<HttpResponse<String>> answers(Asked asked) {
        return List.of(
                send(post("/assessment", assessment(asked))),
                send(post("/v1/chat/completions", chat(asked, false))),
                send(post("/v1/chat/completions", chat(asked, true))));
    }

    private static String assessment(Asked asked) {
        return """
        {"model": "%s", "code": "var x;", "prompt": "Grade", "rubric": "Key Concept,Extensive \
        Evidence,Convincing Evidence,Limited Evidence,No Evidence\\nSprites,a,b,c,d"}\
        """
                .formatted(asked.model);
    }

    private static String chat(Asked asked, boolean isStreamed) {
        return "{\"model\":\"%s\",\"stream\":%s,%s}".formatted(asked.model, isStreamed, MESSAGES);
    }

    static Stream<Arguments> noise() {
        String empty =
                "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"}}]}\n\n";
        return Stream.of("\n", "\r\n", "\r", ": ping\n\n", "data:\n\n", "data: {}\n\n", empty)
                .map(Arguments::of);
    }

    /** The time budget is 5 s, and the silence that a stream may keep is 3 s. */
    @ParameterizedTest
    @MethodSource("noise")
    void endWhereAStreamIsNoiseAlone(String noise) {
        OPENAI.plays(stream("", noise));
        HttpResponse<String> answer = send(post("/v1/chat/completions", chat(Asked.OPENAI, true)));
        assertThat(answer.body()).contains("OpenAI sent no part of its answer for 3 s.");
        assertThat(answer.statusCode()).isIn(200, 504);
    }

    @Test
    void endWhereAStreamOfBedrockIsNoiseAlone() {
        BEDROCK.plays(
                Endless.body(
                        200,
                        ConverseEvents.CONTENT_TYPE,
                        ConverseEvents.messageStart(),
                        ConverseEvents.text("")));
        HttpResponse<String> answer = send(post("/v1/chat/completions", chat(Asked.BEDROCK, true)));
        assertThat(answer.body()).contains("Amazon Bedrock sent no part of its answer for 3 s.");
    }

    @Test
    void leaveOthersTheirShareOfTheTime() {
        OPENAI.plays(stream("", ": ping\n\n"));
        List<Thread> streams =
                Stream.generate(() ->
                                Thread.startVirtualThread(() ->
                                        send(
                                                post(
                                                        "/v1/chat/completions",
                                                        chat(Asked.OPENAI, true)))))
                        .limit(8)
                        .toList();
        int answered = 0;
        while (streams.stream().anyMatch(Thread::isAlive)) {
            assertThat(get("/v1/models").statusCode()).isEqualTo(200);
            answered++;
        }
        assertThat(answered).isGreaterThan(5);
    }

    @Test
    void endWhereAnEventIsWithoutEnd() {
        OPENAI.plays(stream("data: {}\n\ndata: ", "aaaa"));
        HttpResponse<String> answer = send(post("/v1/chat/completions", chat(Asked.OPENAI, true)));
        assertThat(answer.body()).contains("OpenAI sent an answer that is too long.");
    }

    @Test
    void areCutOffInListsOfModelsToo() {
        OPENAI.plays(body("{\"data\":[", "{},"));
        HttpResponse<String> answer = get("/openai/models");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("OpenAI");
        OPENAI.plays(redirect(307, ELSEWHERE.url() + "/v1/models"));
        assertThat(get("/openai/models").statusCode()).isEqualTo(503);
        assertThat(ELSEWHERE.calls()).isEmpty();
    }
}
