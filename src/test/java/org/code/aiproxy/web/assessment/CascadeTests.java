package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.PlayedDecisions;
import org.code.aiproxy.ScriptedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments by several models, each asked about what those before it aren't sure of. */
class CascadeTests extends ScriptedService {

    private static final String DECIDES = "decisions.gpt-6-luna";
    private static final String COUNTS = "offline.baseline";
    private static final List<Double> UNSURE_CONVINCING = List.of(0.05, 0.15, 0.6, 0.2);
    private static final List<Double> SURE_NONE = List.of(0.9, 0.1, 0.0, 0.0);

    private final PlayedDecisions decisions =
            new PlayedDecisions(name -> name.equals("Variables") ? SURE_NONE : UNSURE_CONVINCING);

    @Test
    void asksTheNextModelAboutWhatTheOneBeforeIsNotSureOf() {
        JsonNode answer = assessed(fields(DECIDES + "," + COUNTS, "0.8"));

        assertThat(answer.at("/metadata/path").toString())
                .isEqualTo(
                        "{\"Sprites\":[\"%1$s\",\"%2$s\"],\"Variables\":[\"%1$s\"]}"
                                .formatted(DECIDES, COUNTS));
        assertThat(AssessmentForm.labels(answer))
                .as("the program has one sprite, which the baseline counts")
                .containsExactly("Sprites: Limited Evidence", "Variables: No Evidence");
        assertThat(answer.at("/metadata/votes").propertyNames())
                .containsExactlyInAnyOrder("Sprites", "Variables");
        assertThat(answer.at("/metadata/confidence/Variables").doubleValue()).isEqualTo(0.9);
        assertThat(answer.at("/metadata/model").stringValue()).isEqualTo(DECIDES + "," + COUNTS);
        assertThat(answer.at("/metadata/agent").stringValue()).isEqualTo("openai, offline");
        assertThat(answer.at("/metadata").has("review")).isFalse();
        assertThat(answer.at("/metadata/usage/prompt_tokens").intValue()).isEqualTo(500);
    }

    @Test
    void asksNoOneElseWhereTheFirstIsSureOfAll() {
        JsonNode answer = assessed(fields(DECIDES + "," + COUNTS, "0.6"));

        assertThat(answer.at("/metadata/model").stringValue()).isEqualTo(DECIDES);
        assertThat(AssessmentForm.labels(answer))
                .containsExactly("Sprites: Convincing Evidence", "Variables: No Evidence");
        assertThat(answer.at("/metadata/path/Sprites").size()).isEqualTo(1);
    }

    @Test
    void asksOnlyAboutWhatIsOpen() {
        Map<String, String> fields = fields(COUNTS + "," + DECIDES, "0.5");
        // A single response says nothing of how sure it is, so all goes on.
        assessed(fields);
        assertThat(decisions.asked().getFirst().at("/questions").size()).isEqualTo(2);

        PlayedDecisions first = decisions;
        Map<String, String> twice = fields(DECIDES + "," + DECIDES, "0.8");
        assessed(twice);
        assertThat(first.asked().getLast().at("/questions").findValuesAsString("name"))
                .containsExactly("Sprites");
    }

    @Test
    void handsWhatNoModelIsSureOfToAPerson() {
        JsonNode answer = assessed(fields(DECIDES + ",person", "0.8"));

        assertThat(answer.at("/metadata/review").toString())
                .isEqualTo("{\"Sprites\":\"confidence 0.60, under 0.80\"}");
        assertThat(answer.at("/metadata/path/Sprites").toString())
                .isEqualTo("[\"%s\",\"person\"]".formatted(DECIDES));
        assertThat(AssessmentForm.labels(answer))
                .as("a label there must be, for callers store it")
                .containsExactly("Sprites: Convincing Evidence", "Variables: No Evidence");

        JsonNode sure = assessed(fields(DECIDES + ",person", "0.1"));
        assertThat(sure.at("/metadata/review").toString()).isEqualTo("{}");
    }

    @Test
    void leavesAllToTheNextModelWhereOneCannotAnswer() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));
        JsonNode failed = read(postForm(fields(DECIDES + "," + COUNTS, "0.8")));
        assertThat(failed.at("/metadata/model").stringValue()).isEqualTo(COUNTS);
        assertThat(failed.at("/metadata/path/Variables").size()).isEqualTo(2);

        OPENAI.plays(
                new PlayedDecisions(name -> name.equals("Sprites") ? List.of() : SURE_NONE)::play);
        JsonNode refused = read(postForm(fields(DECIDES + "," + COUNTS, "0.8")));
        assertThat(refused.at("/metadata/model").stringValue()).isEqualTo(COUNTS);
        assertThat(refused.at("/data").size()).isEqualTo(2);
    }

    @Test
    void reportsTheLastModelsFailure() {
        OPENAI.plays(call -> call.answer(503, "application/json", "{}"));

        assertThat(postForm(fields(DECIDES + ",person", "0.8")).statusCode()).isEqualTo(503);
    }

    @Test
    void takesTypedFieldsToo() {
        OPENAI.plays(decisions::play);
        Map<String, Object> fields = new LinkedHashMap<>(AssessmentForm.fields("cascade"));
        fields.put("cascade", DECIDES + ",person");
        fields.put("cascade_thresholds", "0.8");

        JsonNode answer =
                read(send(post("/v1/assessments", new JsonMapper().writeValueAsString(fields))));

        assertThat(answer.at("/data/0/Review").booleanValue()).isTrue();
        assertThat(answer.at("/data/1/Review").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "cascade | - | 0.8 | cascade | is required",
                "cascade | offline.baseline,person | - | cascade-thresholds | needs a number for each name of `cascade` but the last",
                "cascade | offline.baseline,person | 0.8,0.9 | cascade-thresholds | there are 2 of 1.",
                "cascade | offline.baseline,person | 80 | cascade-thresholds | must be numbers from 0 to 1",
                "cascade | offline.baseline,person | NaN | cascade-thresholds | must be numbers from 0 to 1",
                "cascade | person | 0.8 | cascade | must be the names of models",
                "cascade | person,offline.baseline | 0.8 | cascade | must be the names of models",
                "cascade | nonsense,person | 0.8 | model | is an unknown model",
                "offline.baseline | offline.baseline,person | 0.8 | cascade | needs `model` to be `cascade`",
            })
    void saysWhichFieldCannotBeUsed(
            String model,
            @Nullable String names,
            @Nullable String thresholds,
            String field,
            String fault) {
        Map<String, String> fields = AssessmentForm.fields(model);
        if (names != null) {
            fields.put("cascade", names);
        }
        if (thresholds != null) {
            fields.put("cascade-thresholds", thresholds);
        }

        HttpResponse<String> answer = postForm(fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(field, fault);
    }

    private static Map<String, String> fields(String names, String thresholds) {
        Map<String, String> fields = AssessmentForm.fields("cascade");
        fields.put("cascade", names);
        fields.put("cascade-thresholds", thresholds);
        return fields;
    }

    private JsonNode assessed(Map<String, String> fields) {
        OPENAI.plays(decisions::play);
        return read(postForm(fields));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
