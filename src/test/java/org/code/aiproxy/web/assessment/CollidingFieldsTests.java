package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.json.CollidingNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with thousands of names of one hash, each of which once took 40 s of a core. */
@Timeout(30)
class CollidingFieldsTests extends ScriptedService {

    private static final int NAMES = 73_000;

    private static final String FIELDS =
            CollidingNames.of(NAMES).stream()
                    .map("\"%s\":0"::formatted)
                    .collect(Collectors.joining(",", "{", "}"));

    @ParameterizedTest
    @ValueSource(strings = {"/assessment", "/v1/assessments"})
    void areRefusedByTheirNumber(String path) {
        HttpResponse<String> answer = send(post(path, FIELDS));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("`body` must have at most 100 fields.");
    }

    @Test
    void areRefusedWhereExamplesHaveThem() {
        String examples = FIELDS.replace("\"", "\\\"");
        HttpResponse<String> answer =
                send(
                        post(
                                "/assessment",
                                "{\"code\":\"\",\"prompt\":\"p\",\"rubric\":\"Key Concept,No Evidence\\na,b\","
                                        + "\"examples\":\"%s\"}".formatted(examples)));
        assertThat(answer.statusCode()).isIn(400, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions", "/v1/responses"})
    void areLookedAtOnceInChats(String path) {
        HttpResponse<String> answer = send(post(path, FIELDS));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("model");
    }

    @Test
    void areLookedAtOnceAsToolsOfBedrock() {
        BEDROCK.plays(call -> call.answer(500, "application/json", "{}"));
        String tools =
                CollidingNames.of(20_000).stream()
                        .map(
                                "{\"type\":\"function\",\"function\":{\"name\":\"%s\",\"parameters\":{\"type\":\"object\"}}}"
                                        ::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer =
                send(
                        post(
                                "/v1/chat/completions",
                                "{\"model\":\"bedrock.us.anthropic.claude-sonnet-4-5-v1:0\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":"
                                        + tools
                                        + "}"));
        assertThat(answer.statusCode()).isIn(400, 503);
    }
}
