package org.code.aiproxy.grading.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.model.ResponseFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what forms and people's JSON say of an assessment. Fields that aren't known are ignored.
 */
public final class DraftReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private DraftReader() {}

    /**
     * Reads a whole request.
     *
     * @throws InvalidFieldException for the first field that is missing or can't be used
     */
    public static Submission read(RequestFields fields) {
        String code = fields.raw(AssessmentField.CODE).orElseThrow(Submission::withoutCode);
        return new Submission(
                read(
                        fields,
                        new LessonText(
                                fields.raw(AssessmentField.PROMPT).orElse(""),
                                fields.raw(AssessmentField.RUBRIC).orElse(""),
                                examples(fields))),
                code,
                callersKey(fields));
    }

    /** The caller's own OpenAI key, if there is one. */
    public static Optional<String> callersKey(RequestFields fields) {
        return fields.word(AssessmentField.API_KEY);
    }

    /**
     * Reads the parameters of a lesson.
     *
     * @param text what goes with them
     * @throws InvalidFieldException for the first field that can't be used
     */
    public static SpecDraft read(RequestFields parameters, LessonText text) {
        return new SpecDraft(
                text,
                choice(parameters),
                new Layout(
                        flag(parameters, AssessmentField.REMOVE_COMMENTS),
                        flag(parameters, AssessmentField.LEGACY_PROMPT)),
                new StaticConcepts(
                        parameters.word(AssessmentField.LESSON).orElse(""),
                        parameters.all(AssessmentField.CODE_FEATURE_EXTRACTOR)),
                parameters
                        .decimal(AssessmentField.REVIEW_BELOW)
                        .map(ReviewRule::below)
                        .orElse(ReviewRule.NONE),
                calibration(parameters.listed(AssessmentField.CALIBRATION)),
                ColumnLimit.MYSQL_TEXT);
    }

    private static ModelChoice choice(RequestFields fields) {
        Optional<String> model = fields.text(AssessmentField.MODEL);
        return new ModelChoice(
                        SpecOverrides.names(model),
                        fields.whole(AssessmentField.NUM_RESPONSES)
                                .orElse(ModelChoice.USUAL.responses()),
                        flag(fields, AssessmentField.ADAPTIVE_VOTES),
                        fields.decimal(AssessmentField.TEMPERATURE)
                                .orElse(ModelChoice.USUAL.temperature()),
                        SpecOverrides.effort(fields.word(AssessmentField.REASONING_EFFORT)),
                        format(fields.word(AssessmentField.RESPONSE_TYPE)))
                .with(
                        Cascade.read(
                                model,
                                fields.listed(AssessmentField.CASCADE),
                                fields.listed(AssessmentField.CASCADE_THRESHOLDS)))
                .withEvidenceOf(fields.text(AssessmentField.EVIDENCE_MODEL));
    }

    /**
     * The calibration that a text says.
     *
     * @throws InvalidFieldException for a text that isn't one
     */
    public static Recalibration calibration(Optional<String> text) {
        return text.map(it ->
                        Recalibration.parse(it)
                                .orElseThrow(() ->
                                        AssessmentField.CALIBRATION.mustBe(
                                                "`temperature=` and a number over 0, or `isotonic=` and points that rise, such as `0.4:0.3,0.9:0.8`")))
                .orElse(Recalibration.NONE);
    }

    private static boolean flag(RequestFields fields, AssessmentField field) {
        return fields.flag(field).orElse(false);
    }

    /**
     * The format of that name, or the usual one.
     *
     * @throws InvalidFieldException for a word that isn't one
     */
    public static ResponseFormat format(Optional<String> word) {
        return word.map(it ->
                        ResponseFormat.of(it).orElseThrow(AssessmentField.RESPONSE_TYPE::isNot))
                .orElse(ModelChoice.USUAL.format());
    }

    private static List<Example> examples(RequestFields fields) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode pair : pairs(fields)) {
            boolean isPair =
                    pair.isArray()
                            && pair.size() == 2
                            && pair.valueStream().allMatch(JsonNode::isString);
            if (!isPair) {
                throw AssessmentField.EXAMPLES.isNot();
            }
            examples.add(new Example(pair.get(0).stringValue(), pair.get(1).stringValue()));
        }
        return examples;
    }

    private static JsonNode pairs(RequestFields fields) {
        try {
            JsonNode pairs =
                    fields.value(AssessmentField.EXAMPLES)
                            .filter(JsonNode::isContainer)
                            .orElseGet(() ->
                                    MAPPER.readTree(
                                            fields.text(AssessmentField.EXAMPLES).orElse("[]")));
            if (pairs.isArray()) {
                return pairs;
            }
        } catch (JacksonException e) {
            // Not JSON is as wrong as JSON that isn't an array.
        }
        throw AssessmentField.EXAMPLES.isNot();
    }
}
