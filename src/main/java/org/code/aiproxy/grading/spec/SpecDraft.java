package org.code.aiproxy.grading.spec;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.model.ResponseFormat;

/**
 * What is wanted of an assessment as someone wrote it: each value has its type and is in its range,
 * but the texts are unread, and names may mean nothing.
 *
 * @param text what the lesson's authors wrote
 * @param choice which model is asked, and how
 * @param layout how it is shown the program
 * @param staticConcepts the key concepts that need no model, as they were written
 * @param review from what confidence on a label needs no person
 * @param calibration makes a label's confidence mean what it says
 * @param limit what the caller can store of each text
 */
public record SpecDraft(
        LessonText text,
        ModelChoice choice,
        Layout layout,
        StaticConcepts staticConcepts,
        ReviewRule review,
        Recalibration calibration,
        ColumnLimit limit) {

    /** A draft whose confidence is told as it is. */
    public SpecDraft(
            LessonText text,
            ModelChoice choice,
            Layout layout,
            StaticConcepts staticConcepts,
            ReviewRule review,
            ColumnLimit limit) {
        this(text, choice, layout, staticConcepts, review, Recalibration.NONE, limit);
    }

    /** The same with a confidence that means what it says. */
    public SpecDraft with(Recalibration other) {
        return new SpecDraft(text, choice, layout, staticConcepts, review, other, limit);
    }

    /** The same with another rule of which labels need no person. */
    public SpecDraft with(ReviewRule other) {
        return new SpecDraft(text, choice, layout, staticConcepts, other, calibration, limit);
    }

    /** The same with other text. */
    public SpecDraft with(LessonText other) {
        return new SpecDraft(other, choice, layout, staticConcepts, review, calibration, limit);
    }

    /**
     * The same, but for what counts in its place.
     *
     * @throws InvalidFieldException for a value that is out of its range
     */
    public SpecDraft with(SpecOverrides overrides) {
        ModelChoice chosen = overrides.over(choice);
        return new SpecDraft(
                text,
                chosen,
                overrides.over(layout),
                staticConcepts,
                // What was promised of one model's labels isn't promised of another's.
                chosen.equals(choice) ? review : ReviewRule.NONE,
                chosen.equals(choice) ? calibration : Recalibration.NONE,
                limit);
    }

    /**
     * What isn't text and has a say in the labels: model, number of responses and temperature, and
     * those parameters that aren't as usual, by name.
     */
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> texts = new TreeMap<>();
        put(texts, AssessmentField.MODEL, model(), "");
        choice.cascade()
                .ifPresent(it -> {
                    put(texts, AssessmentField.CASCADE, it.names(), "");
                    put(texts, AssessmentField.CASCADE_THRESHOLDS, it.thresholdsAsText(), "");
                });
        choice.evidenceModel().ifPresent(it -> put(texts, AssessmentField.EVIDENCE_MODEL, it, ""));
        put(texts, AssessmentField.NUM_RESPONSES, choice.responses(), "");
        put(texts, AssessmentField.TEMPERATURE, shortest(choice.temperature()), "");
        choice.effort()
                .ifPresent(it -> put(texts, AssessmentField.REASONING_EFFORT, it.wireName(), ""));
        put(
                texts,
                AssessmentField.RESPONSE_TYPE,
                choice.format().wireName(),
                ResponseFormat.TSV.wireName());
        put(texts, AssessmentField.ADAPTIVE_VOTES, choice.adaptive(), false);
        put(texts, AssessmentField.REMOVE_COMMENTS, layout.removeComments(), false);
        put(texts, AssessmentField.LEGACY_PROMPT, layout.plain(), false);
        put(texts, AssessmentField.LESSON, staticConcepts.lesson(), "");
        put(
                texts,
                AssessmentField.CODE_FEATURE_EXTRACTOR,
                String.join(", ", staticConcepts.names()),
                "");
        put(texts, AssessmentField.EVIDENCE_LIMIT, limit.bytes(), ColumnLimit.BYTES.usual());
        return texts;
    }

    private String model() {
        return choice.cascade()
                .map(_ -> Cascade.MODEL)
                .orElseGet(() -> String.join(", ", choice.models()));
    }

    private static String shortest(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static void put(
            SortedMap<String, String> texts, AssessmentField field, Object value, Object usual) {
        if (!value.equals(usual)) {
            texts.put(field.text(), value.toString());
        }
    }

    /** Tells requests apart: SHA-256 of a program, and of all that goes with it but any key. */
    public String fingerprint(String program) {
        return Fingerprint.of(this, program);
    }
}
