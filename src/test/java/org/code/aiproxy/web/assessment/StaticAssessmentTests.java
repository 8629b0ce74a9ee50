package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.OpenAiAnswers;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Assessments some of whose key concepts are answered by decision trees. */
class StaticAssessmentTests extends RunningService {

    private static final String MODEL = "gpt-4.1-mini";
    private static final String SPRITES = "Modularity - Multiple Sprites";
    private static final String MOVEMENT = "Position and Movement";

    private static final String RUBRIC =
            """
            Key Concept,Instructions,Extensive Evidence,Limited Evidence,No Evidence
            Modularity - Multiple Sprites,"Look, count",many that change,one,none
            Naming,,good names,some names,bad names
            Position and Movement,,a lot,an element,nothing
            """;

    @Test
    void asksTheModelForTheRestOnlyAndAnswersInTheRubricsOrder() {
        openAi("Naming\to\tLine 1: `a`\tExtensive Evidence\tr\n");

        Answer answer = assess(staticFields(SPRITES + "," + MOVEMENT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(labels(answer))
                .containsExactly(
                        SPRITES + ": Limited Evidence",
                        "Naming: Extensive Evidence",
                        MOVEMENT + ": Limited Evidence");
        assertThat(answer.json().at("/metadata/agent").stringValue())
                .isEqualTo("openai, code feature extractor");
        assertThat(answer.json().at("/data/0").toString())
                .contains("\"Evidence\":\"Line 1: Creates a sprite `var s = createSprite(1, 2);`\"")
                .contains("\"Reason\":\"one\"");
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.messages[0].content",
                                        containing(
                                                "Rubric:\nKey Concept,Instructions,Extensive"
                                                        + " Evidence,Limited Evidence,No Evidence\n"
                                                        + "Naming,,good names,some names,bad"
                                                        + " names"))));
        PROVIDER.verify(
                1, postRequestedFor(anyUrl()).withRequestBody(notContaining("many that change")));
    }

    @Test
    void leavesOutRowsThatNobodyAskedFor() {
        openAi(
                "Naming\to\tLine 1: `a`\tExtensive Evidence\tr\n"
                        + SPRITES
                        + "\to\tLine 1: `a`\tExtensive Evidence\tr\n");
        assertThat(labels(assess(staticFields(SPRITES + "," + MOVEMENT))))
                .contains(SPRITES + ": Limited Evidence");
    }

    @Test
    void asksNoModelWhereEverythingIsStatic() {
        Map<String, String> fields = staticFields(SPRITES);
        fields.put("rubric", "Key Concept,Limited Evidence\n" + SPRITES + ",one\n");

        Answer answer = assess(fields);

        assertThat(labels(answer)).containsExactly(SPRITES + ": Limited Evidence");
        assertThat(answer.json().at("/metadata/agent").stringValue())
                .isEqualTo("code feature extractor");
        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isZero();
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code-feature-extractor=Position+and+Movement&code-feature-extractor=Look%2C+and+count",
                "code-feature-extractor=Look%2C+and+count,Position+and+Movement",
                "code-feature-extractor=%5B%22Look%2C+and+count%22%2C%22Position+and+Movement%22%5D"
            })
    void takesRepeatedFieldsListsAndJsonAndNamesWithCommas(String names) {
        Map<String, String> fields = staticFields("");
        fields.remove("code-feature-extractor");
        fields.put("rubric", "Key Concept\n\"Look, and count\"\nPosition and Movement\n");
        Answer answer =
                send(
                        request("/assessment")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(fields) + "&" + names)));
        // The name with a comma is understood, and found to have no decision tree.
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .startsWith(
                        "`code-feature-extractor` names `Look, and count`, which has no decision");
    }

    @Test
    void takesAnArrayOfAJsonBody() {
        openAi("Naming\to\tLine 1: `a`\tExtensive Evidence\tr\n");
        Map<String, Object> fields = new LinkedHashMap<>(staticFields(""));
        fields.put("code-feature-extractor", List.of(SPRITES, MOVEMENT));
        Answer answer =
                send(
                        request("/assessment")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                new JsonMapper().writeValueAsString(fields))));
        assertThat(labels(answer)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lesson | csd3-2023-L99 | `lesson` `csd3-2023-L99` has no decision trees; lessons that do: csd3-2023-L7, csd3-2023-L11",
                "lesson | '' | `lesson` is required",
                "code-feature-extractor | Naming | `code-feature-extractor` names `Naming`, which has no decision tree in lesson csd3-2023-L18; these do: Algorithms",
                "code-feature-extractor | Nonsense | `code-feature-extractor` names `Nonsense`, which isn't a key concept of the rubric; those are: Modularity",
                "code-feature-extractor | [1 | `code-feature-extractor` must be names of key concepts",
            })
    void saysWhatHasNoDecisionTree(String field, String value, String detail) {
        Map<String, String> fields = staticFields(SPRITES);
        fields.put(field, value);
        Answer answer = assess(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith(detail);
    }

    @Test
    void assessesTheSampleWithBoth() {
        Answer answer = get("/test/assessment/cfe?model=offline.baseline");
        assertThat(labels(answer))
                .containsExactly(
                        "Algorithms and Control - Conditionals: Extensive Evidence",
                        SPRITES + ": Convincing Evidence",
                        MOVEMENT + ": Convincing Evidence",
                        "Variables: Extensive Evidence");
        assertThat(answer.json().at("/metadata/agent").stringValue())
                .isEqualTo("offline, code feature extractor");
    }

    private static Map<String, String> staticFields(String names) {
        Map<String, String> fields = fields(MODEL);
        fields.put("rubric", RUBRIC);
        fields.put("lesson", "csd3-2023-L18");
        fields.put("code-feature-extractor", names);
        return fields;
    }

    private static void openAi(String rows) {
        PROVIDER.stubFor(
                post(anyUrl())
                        .willReturn(
                                OpenAiAnswers.completion(
                                        "Key Concept\tObservations\tEvidence\tLabel\tReason\n"
                                                + rows)));
    }
}
