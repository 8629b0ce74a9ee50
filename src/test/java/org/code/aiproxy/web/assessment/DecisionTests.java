package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.PlayedDecisions;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments by models that decide. */
class DecisionTests extends ScriptedService {

    private static final String MODEL = "decisions.gpt-6-luna";

    /** Of the levels, worst first. */
    private static final List<Double> CONVINCING = List.of(0.05, 0.15, 0.6, 0.2);

    private static final List<Double> NONE = List.of(0.9, 0.1, 0.0, 0.0);

    @Test
    void labelsByTheMostProbableLevel() {
        JsonNode answer = assessed(AssessmentForm.fields(MODEL), decidesAll());

        assertThat(AssessmentForm.labels(answer))
                .containsExactly("Sprites: Convincing Evidence", "Variables: No Evidence");
        assertThat(answer.at("/data/0/Reason").stringValue()).isEqualTo("At least 2 sprites");
        assertThat(answer.at("/data/0/Observations").stringValue())
                .isEqualTo(
                        "Probabilities: Extensive Evidence 20 %, Convincing Evidence 60 %, Limited"
                                + " Evidence 15 %, No Evidence 5 %.");
        assertThat(answer.at("/data/0/Evidence").stringValue()).isEmpty();
    }

    @Test
    void saysHowProbableEachLabelIs() {
        JsonNode metadata = assessed(AssessmentForm.fields(MODEL), decidesAll()).get("metadata");

        assertThat(metadata.at("/probabilities/Sprites").toString())
                .isEqualTo(
                        "{\"Extensive Evidence\":0.2,\"Convincing Evidence\":0.6,\"Limited"
                                + " Evidence\":0.15,\"No Evidence\":0.05}");
        assertThat(metadata.at("/confidence").toString())
                .isEqualTo("{\"Sprites\":0.6,\"Variables\":0.9}");
        assertThat(metadata.get("agent").stringValue()).isEqualTo("openai");
        assertThat(metadata.get("model").stringValue()).isEqualTo(MODEL);
        assertThat(metadata.at("/responses/used").intValue()).isEqualTo(1);
        assertThat(metadata.at("/usage/prompt_tokens").intValue()).isEqualTo(500);
        assertThat(metadata.at("/usage/completion_tokens").intValue()).isZero();
    }

    @Test
    void asksAboutAllKeyConceptsInOneCallTheLessonFirst() {
        PlayedDecisions decisions = decidesAll();
        assessed(AssessmentForm.fields(MODEL), decisions);

        assertThat(decisions.asked()).hasSize(1);
        JsonNode asked = decisions.asked().getFirst();
        assertThat(asked.get("model").stringValue()).isEqualTo("gpt-6-luna");
        assertThat(asked.at("/questions").findValuesAsString("name"))
                .containsExactly("Sprites", "Variables");
        assertThat(asked.at("/questions/0/levels").findValuesAsString("label"))
                .containsExactly(
                        "No Evidence",
                        "Limited Evidence",
                        "Convincing Evidence",
                        "Extensive Evidence");
        assertThat(asked.at("/questions/0/levels").findValuesAsString("description"))
                .containsExactly(
                        "No sprites",
                        "At least 1 sprite",
                        "At least 2 sprites",
                        "At least 3 sprites");
        JsonNode parts = asked.at("/input/0/content");
        assertThat(parts.at("/0/text").stringValue()).startsWith("Grade the program.");
        assertThat(parts.path(parts.size() - 1).get("text").stringValue())
                .contains("<<<STUDENT_PROGRAM", "createSprite");
        assertThat(parts.findValues("prompt_cache_breakpoint")).hasSize(1);
        assertThat(parts.path(parts.size() - 1).has("prompt_cache_breakpoint")).isFalse();
    }

    @Test
    void pointsWhereDecisionTreesPoint() {
        Map<String, String> fields = AssessmentForm.fields(MODEL);
        fields.put("rubric", "Key Concept\nModularity - Multiple Sprites\n");
        fields.put("lesson", "csd3-2023-L18");
        JsonNode answer = assessed(fields, new PlayedDecisions(_ -> CONVINCING));

        assertThat(answer.at("/data/0/Label").stringValue()).isEqualTo("Convincing Evidence");
        assertThat(answer.at("/data/0/Evidence").stringValue())
                .startsWith("Line 1:")
                .contains("createSprite(1, 2)");
    }

    @Test
    void decidesOnceHoweverManyResponsesAreWanted() {
        Map<String, String> fields = AssessmentForm.fields(MODEL);
        fields.put("num-responses", "3");
        PlayedDecisions decisions = decidesAll();

        JsonNode metadata = assessed(fields, decisions).get("metadata");

        assertThat(decisions.asked()).hasSize(1);
        assertThat(metadata.at("/adjusted/0/parameter").stringValue()).isEqualTo("n");
    }

    @Test
    void saysWhichKeyConceptWasRefused() {
        HttpResponse<String> answer =
                answer(
                        AssessmentForm.fields(MODEL),
                        new PlayedDecisions(
                                name -> name.equals("Sprites") ? List.of() : CONVINCING));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Sprites", "refused").doesNotContain("Variables");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answers\": []}",
                "{\"answers\": [{\"type\": \"score\", \"name\": \"Variables\"}, null]}",
                "{\"answers\": [{\"type\": \"score\", \"name\": \"Sprites\", \"probabilities\": [{\"value\": 0, \"probability\": 0.4}]}]}",
                "{\"answers\": [{\"type\": \"score\", \"probabilities\": [{\"value\": 0, \"probability\": 2}, {\"value\": 1, \"probability\": -1}, {\"value\": 2, \"probability\": 0}, {\"value\": 3, \"probability\": 0}]}]}",
            })
    void takesNoAnswerThatDoesNotFitItsQuestion(String body) {
        OPENAI.plays(call -> call.answer(200, "application/json", body));

        HttpResponse<String> answer = postForm(AssessmentForm.fields(MODEL));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Sprites");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "", "[]", "not json", "{\"answers\": 3}"})
    void blamesTheProviderForNoAnswer(String body) {
        OPENAI.plays(call -> call.answer(200, "application/json", body));

        HttpResponse<String> answer = postForm(AssessmentForm.fields(MODEL));

        assertThat(answer.statusCode()).isIn(502, 503);
        assertThat(answer.body()).contains("OpenAI");
    }

    @Test
    void saysWhichLabelsAPersonHasToLookAt() {
        Map<String, String> fields = AssessmentForm.fields(MODEL);
        fields.put("review-below", "0.8");

        JsonNode answer = assessed(fields, decidesAll());

        assertThat(answer.at("/metadata/review").toString())
                .isEqualTo("{\"Sprites\":\"confidence 0.60\"}");
        assertThat(answer.at("/data/0").has("Review")).isFalse();
    }

    @Test
    void saysSoOfEachLabelWhereFieldsAreTyped() {
        OPENAI.plays(decidesAll()::play);
        Map<String, Object> fields = new LinkedHashMap<>(AssessmentForm.fields(MODEL));
        fields.put("review_below", 0.8);

        HttpResponse<String> answer =
                send(post("/v1/assessments", new JsonMapper().writeValueAsString(fields)));

        JsonNode data = new JsonMapper().readTree(answer.body()).get("data");
        assertThat(data.at("/0/Review").booleanValue()).isTrue();
        assertThat(data.at("/1/Review").isBoolean()).isTrue();
        assertThat(data.at("/1/Review").booleanValue()).isFalse();
    }

    @Test
    void saysNothingOfReviewWhereThereIsNoRule() {
        JsonNode answer = assessed(AssessmentForm.fields(MODEL), decidesAll());

        assertThat(answer.get("metadata").has("review")).isFalse();
    }

    @Test
    void hasAPersonLookAtLabelsOfAModelThatIsSilentOnItsConfidence() {
        Map<String, String> fields = AssessmentForm.fields("offline.baseline");
        fields.put("review-below", "0.1");

        JsonNode one = new JsonMapper().readTree(postForm(fields).body());
        fields.put("num-responses", "3");
        JsonNode three = new JsonMapper().readTree(postForm(fields).body());

        assertThat(one.at("/metadata/review/Sprites").stringValue())
                .isEqualTo("the model gives no confidence");
        assertThat(three.at("/metadata/review").isEmpty()).isTrue();
        assertThat(three.at("/metadata/confidence/Sprites").doubleValue())
                .isCloseTo(4.0 / 7, within(1e-9));
    }

    @Test
    void goesOnToTheNextModelWhereItCannotBeAsked() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));

        HttpResponse<String> answer = postForm(AssessmentForm.fields(MODEL + ",offline.baseline"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"model\":\"offline.baseline\"");
    }

    @Test
    void writesNoText() {
        HttpResponse<String> answer =
                send(
                        post(
                                "/v1/chat/completions",
                                "{\"model\": \"%s\", \"messages\": []}".formatted(MODEL)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("makes decisions and writes no text", "/v1/decisions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-6-luna", MODEL})
    void passesDecisionsOn(String model) {
        PlayedDecisions decisions = new PlayedDecisions(_ -> List.of(0.25, 0.75));
        OPENAI.plays(decisions::play);

        HttpResponse<String> answer =
                send(
                        post(
                                "/v1/decisions",
                                """
                                {"model": "%s", "input": "a", "questions": [{"type": "score", \
                                "name": "q", "instructions": "How good?", "levels": \
                                [{"label": "bad"}, {"label": "good"}]}]}\
                                """
                                        .formatted(model)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new JsonMapper().readTree(answer.body()).at("/answers/0/score").doubleValue())
                .isEqualTo(0.75);
        assertThat(decisions.asked().getFirst().get("model").stringValue()).isEqualTo("gpt-6-luna");
    }

    @Test
    void passesTheProvidersRefusalOn() {
        OPENAI.plays(decidesAll()::play);

        HttpResponse<String> answer =
                send(
                        post(
                                "/v1/decisions",
                                "{\"model\": \"gpt-6-luna\", \"input\": \"a\", \"temperature\": 0}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Unknown parameter: 'temperature'.");
    }

    @Test
    void hasNoDecisionsOfOtherProviders() {
        assertThat(send(post("/v1/decisions", "{\"model\": \"offline.baseline\"}")).statusCode())
                .isEqualTo(400);
        assertThat(
                        send(post(
                                        "/v1/decisions",
                                        "{\"model\": \"bedrock.amazon.nova-lite-v1:0\"}"))
                                .body())
                .contains("chat completions only");
    }

    private static PlayedDecisions decidesAll() {
        return new PlayedDecisions(name -> name.equals("Variables") ? NONE : CONVINCING);
    }

    private HttpResponse<String> answer(Map<String, String> fields, PlayedDecisions decisions) {
        OPENAI.plays(decisions::play);
        return postForm(fields);
    }

    private JsonNode assessed(Map<String, String> fields, PlayedDecisions decisions) {
        HttpResponse<String> answer = answer(fields, decisions);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
