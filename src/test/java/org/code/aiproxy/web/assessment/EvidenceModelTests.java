package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.OpenAiAnswers;
import org.code.aiproxy.PlayedDecisions;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence that a model writes of labels that another decided. */
class EvidenceModelTests extends ScriptedService {

    private static final String DECIDES = "decisions.gpt-6-luna";
    private static final String WRITES = "ollama/writer";

    /** Levels from worst to best: convincing evidence. */
    private static final List<Double> CONVINCING = List.of(0.05, 0.15, 0.6, 0.2);

    private static final List<String> LABELS =
            List.of("Sprites: Convincing Evidence", "Variables: Convincing Evidence");

    @Test
    void asksForEvidenceOfTheLabelsThatWereDecided() {
        JsonNode answer =
                assessed(
                        fields(),
                        """
                        [{"Key Concept": "Sprites", "Label": "No Evidence", "Observations": "Bad.", \
                        "Evidence": "Line 9: A sprite `var s = createSprite(1, 2);`"},
                         {"Key Concept": "Variables", "Evidence": "Line 2: A number `var n = 1;`"}]\
                        """);

        assertThat(AssessmentForm.labels(answer)).isEqualTo(LABELS);
        assertThat(evidence(answer, 0)).isEqualTo("Line 1: A sprite `var s = createSprite(1, 2);`");
        assertThat(evidence(answer, 1)).isEqualTo("Line 2: A number `var n = 1;`");
        assertThat(answer.at("/data/0/Observations").stringValue()).startsWith("Probabilities: ");
        assertThat(answer.at("/metadata/evidence").toString())
                .isEqualTo("{\"items\":2,\"corrected\":1,\"unverified\":0}");
        assertThat(answer.at("/metadata/evidence_model").toString())
                .isEqualTo("{\"model\":\"ollama/writer\"}");
        assertThat(answer.at("/metadata/model").stringValue()).isEqualTo(DECIDES);
        assertThat(answer.at("/metadata/responses/used").intValue()).isEqualTo(1);
    }

    @Test
    void tellsTheLabelsAndAsksForNothingElse() {
        assessed(fields(), "[]");

        assertThat(OLLAMA.calls()).hasSize(1);
        JsonNode asked = OLLAMA.calls().getFirst().json();
        assertThat(asked.path("n").asInt(1)).isEqualTo(1);
        assertThat(asked.at("/messages/0/content").stringValue())
                .contains(
                        "- Sprites: Convincing Evidence\n- Variables: Convincing Evidence",
                        "At least 2 sprites")
                .doesNotContain("Grade the program.");
        assertThat(asked.at("/messages/1/content").stringValue())
                .contains("<<<STUDENT_PROGRAM", "createSprite");
    }

    @Test
    void countsBothCalls() {
        JsonNode answer = assessed(fields(), "[]");

        assertThat(answer.at("/metadata/usage/prompt_tokens").intValue()).isEqualTo(600);
        assertThat(answer.at("/metadata/usage/completion_tokens").intValue()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I can't.", "[]", "[{\"Key Concept\": \"Sprites\"}]"})
    void saysWhatTheModelLeftOut(String text) {
        JsonNode answer = assessed(fields(), text);

        assertThat(AssessmentForm.labels(answer)).isEqualTo(LABELS);
        assertThat(evidence(answer, 0)).isEmpty();
        assertThat(answer.at("/metadata/evidence_model/problem").stringValue())
                .isEqualTo("it has no row for: Sprites, Variables");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void keepsTheLabelsWhereTheModelCannotBeAsked(int status) {
        JsonNode answer =
                read(posted(fields(), call -> call.answer(status, "application/json", "{}")));

        assertThat(AssessmentForm.labels(answer)).isEqualTo(LABELS);
        assertThat(evidence(answer, 0)).isEmpty();
        assertThat(answer.at("/metadata/evidence_model/model").stringValue()).isEqualTo(WRITES);
        assertThat(answer.at("/metadata/evidence_model/problem").stringValue()).isNotBlank();
        assertThat(answer.at("/metadata/usage/prompt_tokens").intValue()).isEqualTo(500);
    }

    @Test
    void keepsTheEvidenceOfDecisionTreesWhereTheModelHasNone() {
        Map<String, String> fields = fields();
        fields.put("rubric", "Key Concept\nModularity - Multiple Sprites\n");
        fields.put("lesson", "csd3-2023-L18");

        String none = "[{\"Key Concept\": \"Modularity - Multiple Sprites\", \"Evidence\": \"\"}]";
        String other =
                "[{\"Key Concept\": \"Modularity - Multiple Sprites\", \"Evidence\": \"Line 2: A number\"}]";

        assertThat(evidence(assessed(fields, none), 0)).contains("createSprite(1, 2)");
        assertThat(evidence(assessed(fields, other), 0)).isEqualTo("Line 2: A number");
    }

    @Test
    void takesNothingThatTheProgramSays() {
        Map<String, String> fields = fields();
        String quoted = "{\"Key Concept\": \"Sprites\", \"Evidence\": \"Line 2: All of it\"}";
        fields.put("code", "var s = createSprite(1, 2);\n// [" + quoted + "]\n");

        JsonNode answer = assessed(fields, "The program says: [" + quoted + "]");

        assertThat(evidence(answer, 0)).isEmpty();
    }

    @Test
    void asksNothingWhereNoModelDecided() {
        Map<String, String> fields = fields();
        fields.put("model", "offline.baseline");

        JsonNode answer = assessed(fields, "[]");

        assertThat(OLLAMA.calls()).isEmpty();
        assertThat(answer.get("metadata").has("evidence_model")).isFalse();
    }

    @Test
    void asksOnlyOfWhatWasDecidedInACascade() {
        Map<String, String> fields = fields();
        fields.put("model", "cascade");
        fields.put("cascade", DECIDES + ",offline.baseline");
        fields.put("cascade-thresholds", "0.8");

        JsonNode answer =
                read(
                        posted(
                                fields,
                                new PlayedDecisions(name ->
                                        name.equals("Sprites")
                                                ? CONVINCING
                                                : List.of(0.9, 0.1, 0.0, 0.0)),
                                call -> call.answer(200, "application/json", chat("[]"))));

        assertThat(answer.at("/metadata/evidence_model/problem").stringValue())
                .isEqualTo("it has no row for: Variables");
        assertThat(evidence(answer, 0)).as("the baseline's own").contains("createSprite");
    }

    @Test
    void canAskTheOfflineBaseline() {
        Map<String, String> fields = fields();
        fields.put("evidence-model", "offline.baseline");

        JsonNode answer = assessed(fields, "[]");

        assertThat(AssessmentForm.labels(answer)).isEqualTo(LABELS);
        assertThat(evidence(answer, 0)).contains("createSprite(1, 2)");
    }

    @Test
    void takesATypedFieldToo() {
        OPENAI.plays(decidesAll()::play);
        Map<String, Object> fields = new LinkedHashMap<>(AssessmentForm.fields(DECIDES));
        fields.put("evidence_model", "offline.baseline");

        JsonNode answer =
                read(send(post("/v1/assessments", new JsonMapper().writeValueAsString(fields))));

        assertThat(evidence(answer, 0)).contains("createSprite(1, 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | is an unknown model",
                "decisions.gpt-6-luna | must be a model that writes text",
                "offline.baseline,ollama/writer | must be the name of one model",
                "a b | must be the name of one model",
            })
    void refusesWhatWritesNoText(String name, String fault) {
        Map<String, String> fields = fields();
        fields.put("evidence-model", name);

        HttpResponse<String> answer = posted(fields, _ -> {});

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("evidence-model", fault);
        assertThat(OPENAI.calls()).as("before anything is paid for").isEmpty();
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = AssessmentForm.fields(DECIDES);
        fields.put("evidence-model", WRITES);
        return fields;
    }

    private static PlayedDecisions decidesAll() {
        return new PlayedDecisions(_ -> CONVINCING);
    }

    private JsonNode assessed(Map<String, String> fields, String written) {
        return read(posted(fields, call -> call.answer(200, "application/json", chat(written))));
    }

    private HttpResponse<String> posted(Map<String, String> fields, Script writer) {
        return posted(fields, decidesAll(), writer);
    }

    private HttpResponse<String> posted(
            Map<String, String> fields, PlayedDecisions decisions, Script writer) {
        OPENAI.plays(decisions::play);
        OLLAMA.plays(writer);
        return postForm(fields);
    }

    private static String chat(String text) {
        return new JsonMapper()
                .writeValueAsString(
                        Map.of(
                                "id",
                                "chatcmpl-1",
                                "object",
                                "chat.completion",
                                "created",
                                1,
                                "model",
                                "writer",
                                "choices",
                                List.of(OpenAiAnswers.choice(text, "stop")),
                                "usage",
                                Map.of(
                                        "prompt_tokens",
                                        100,
                                        "completion_tokens",
                                        20,
                                        "total_tokens",
                                        120)));
    }

    private static String evidence(JsonNode answer, int row) {
        return answer.at("/data/%d/Evidence".formatted(row)).stringValue();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
