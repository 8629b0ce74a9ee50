package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TypedAssessmentTests extends RunningService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String EXAMPLE =
            table("Sprites", "No", "Variables", "No").replace("Lines 1, 2, 3", "Line 1");

    @Test
    void areAnsweredAsFormsAre() {
        Answer typed =
                post(
                        MAPPER.writeValueAsString(
                                Map.of(
                                        "model",
                                        "offline.baseline",
                                        "code",
                                        "var s = createSprite(1, 2); // one",
                                        "prompt",
                                        "Grade it.",
                                        "rubric",
                                        RUBRIC,
                                        "examples",
                                        List.of(List.of("var x;", EXAMPLE)),
                                        "num_responses",
                                        2,
                                        "temperature",
                                        0.5,
                                        "remove_comments",
                                        true)));
        assertThat(typed.status()).isEqualTo(200);
        assertThat(labels(typed))
                .containsExactly("Sprites: Limited Evidence", "Variables: No Evidence");
        assertThat(typed.json().at("/metadata/request/n").asInt()).isEqualTo(2);
    }

    @Test
    void canAskForLessOrForAllOfTheEvidence() {
        String name = "x".repeat(300);
        String code =
                IntStream.range(0, 6)
                        .mapToObj(i -> "var %s%d = createSprite(1, 2);\n".formatted(name, i))
                        .collect(Collectors.joining());
        assertThat(evidence(code, 1000))
                .hasSizeLessThanOrEqualTo(1000)
                .contains("more places left out");
        assertThat(evidence(code, 0)).doesNotContain("left out").hasSizeGreaterThan(1000);
    }

    private String evidence(String code, int limit) {
        Answer answer =
                post(
                        MAPPER.writeValueAsString(
                                Map.of(
                                        "model",
                                        "offline.baseline",
                                        "code",
                                        code,
                                        "prompt",
                                        "Grade it.",
                                        "rubric",
                                        RUBRIC,
                                        "evidence_limit",
                                        limit)));
        return answer.json().at("/data/0/Evidence").stringValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code | 1 | must be a string.",
                "num_responses | \"2\" | must be a whole number from 1 to 10.",
                "num_responses | 2.5 | must be a whole number from 1 to 10.",
                "num_responses | 99 | must be a whole number from 1 to",
                "temperature | \"1\" | must be a number from 0 to 2.",
                "remove_comments | 1 | must be true or false.",
                "code_feature_extractor | \"Sprites\" | must be an array of strings.",
                "examples | [[\"a\"]] | must be an array of pairs of strings",
                "reasoning_effort | \"most\" | must be one of none, minimal, low",
                "evidence_limit | 10 | must be 0 or at least 1000.",
                "num-responses | 1 | is unknown; GET /openapi.json lists"
            })
    void nameTheFieldOfAnotherType(String field, String value, String problem) {
        Answer answer =
                post(
                        """
                        {"model": "offline.baseline", "code": "a", "prompt": "b", \
                        "rubric": %s, "%s": %s}\
                        """
                                .formatted(MAPPER.writeValueAsString(RUBRIC), field, value));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").stringValue()).contains(field, problem);
        assertThat(answer.json().at("/error/param").stringValue()).isEqualTo(field);
    }

    private Answer post(String json) {
        return send(
                request("/v1/assessments")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }
}
