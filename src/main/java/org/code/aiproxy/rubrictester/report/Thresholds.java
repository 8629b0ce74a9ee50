package org.code.aiproxy.rubrictester.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.report.Verdict.Threshold;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pass/fail accuracy that an experiment must reach: {@code {lesson: {overall, key_concepts:
 * {…}}}}, as shares or, over 1, as percentages.
 *
 * @param json the file
 */
public record Thresholds(JsonNode json) {

    /** The file in an experiment's folder, beside the lessons'. */
    public static final String FILE = "accuracy_thresholds.json";

    private static final String OVERALL = "overall";
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * A threshold, and what was reached.
     *
     * @param lesson the lesson's id
     * @param name {@code overall}, or a key concept
     * @param required the least share
     * @param reached in how many labels the AI and people agree whether the program passes
     */
    public record Check(String lesson, String name, double required, Proportion reached) {

        /** Nothing that was not measured is met. */
        public boolean isMet() {
            return threshold().isMet();
        }

        /** The same as a report shows it. */
        public Threshold threshold() {
            return new Threshold(
                    name.equals(OVERALL) ? "Overall" : name, required, reached.share());
        }
    }

    /**
     * Reads the file.
     *
     * @throws InvalidDataException when it is missing or no JSON
     */
    public static Thresholds read(Path file) {
        try {
            return new Thresholds(MAPPER.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new InvalidDataException(
                    "%s is missing, or is no JSON object such as {\"csd3-2023-L11\": {\"overall\": 0.8, \"key_concepts\": {}}}."
                            .formatted(file),
                    e);
        }
    }

    /** Holds a lesson to its thresholds; one without any is held to none. */
    public List<Check> check(Evaluation evaluation) {
        String lesson = evaluation.result().experiment().id();
        Figures figures = evaluation.figures(Scale.PASS_FAIL);
        JsonNode required = json.path(lesson);
        List<Check> checks = new ArrayList<>();
        if (required.has(OVERALL)) {
            checks.add(check(lesson, OVERALL, required.path(OVERALL), figures.overall()));
        }
        required.path("key_concepts")
                .properties()
                .forEach(concept ->
                        checks.add(
                                check(
                                        lesson,
                                        concept.getKey(),
                                        concept.getValue(),
                                        of(figures, concept.getKey()))));
        return checks;
    }

    private static Agreement of(Figures figures, String concept) {
        Agreement agreement = figures.byKeyConcept().get(concept);
        if (agreement == null) {
            throw new InvalidDataException(
                    "%s has a threshold for `%s`, which is no key concept of the rubric."
                            .formatted(FILE, concept));
        }
        return agreement;
    }

    private static Check check(String lesson, String name, JsonNode required, Agreement figures) {
        if (!required.isNumber()) {
            throw new InvalidDataException(
                    "%s: the threshold of `%s` in %s must be a number."
                            .formatted(FILE, name, lesson));
        }
        double number = required.asDouble();
        return new Check(
                lesson, name, number > 1 ? number / 100 : number, figures.confusion().accuracy());
    }
}
