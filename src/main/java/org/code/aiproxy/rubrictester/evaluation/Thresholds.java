package org.code.aiproxy.rubrictester.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.Verdict.Threshold;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.databind.JsonNode;

/**
 * The accuracy that an experiment must reach, as shares or, over 1, as percentages: {@code {lesson:
 * {overall, key_concepts: {…}}}} for exact match, as the earlier tool reads it, or {@code {lesson:
 * {exact_match: {overall, key_concepts}, pass_fail: {overall, key_concepts}}}} for either or both.
 *
 * @param json the file
 */
public record Thresholds(JsonNode json) {

    /** The file in an experiment's folder, beside the lessons'. */
    public static final String FILE = "accuracy_thresholds.json";

    private static final String OVERALL = "overall";
    private static final String KEY_CONCEPTS = "key_concepts";
    private static final Set<String> KEYS =
            Set.of(OVERALL, KEY_CONCEPTS, key(Scale.EXACT), key(Scale.PASS_FAIL));

    /**
     * A threshold, and what was reached.
     *
     * @param lesson the lesson's id
     * @param scale what counts as agreement
     * @param name {@code overall}, or a key concept
     * @param required the least share
     * @param reached in how many labels the AI and people agree
     */
    public record Check(
            String lesson, Scale scale, String name, double required, Proportion reached) {

        /** Nothing that was not measured is met. */
        public boolean isMet() {
            return threshold().isMet();
        }

        /** The same as a report shows it. */
        public Threshold threshold() {
            return new Threshold(
                    name.equals(OVERALL) ? "Overall" : name, required, reached.share());
        }

        /** What counts as agreement, in words. */
        public String measure() {
            return switch (scale) {
                case EXACT -> "exact match";
                case PASS_FAIL -> "pass/fail";
            };
        }
    }

    /**
     * Reads the file.
     *
     * @throws InvalidDataException when it is missing or is not JSON
     */
    public static Thresholds read(Path file) {
        try {
            JsonNode json = new JsonText(file.toString(), TextFile.read(file)).read();
            if (json.isObject()) {
                return new Thresholds(json);
            }
        } catch (InvalidTextException e) {
            throw new InvalidDataException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidDataException(file + " is missing, or can't be read. " + form(), e);
        }
        throw new InvalidDataException(file + " is not a JSON object of lessons. " + form());
    }

    private static String form() {
        return "Write it as {\"csd3-2023-L11\": {\"exact_match\": {\"overall\": 0.8, \"key_concepts\": {}}}}.";
    }

    /** Compares a lesson with its thresholds; there may be none for it. */
    public List<Check> check(Evaluation evaluation) {
        String lesson = evaluation.result().experiment().id();
        JsonNode plain = json.path(lesson);
        requireKnown(lesson, plain);
        return Stream.of(
                        check(evaluation, Scale.EXACT, plain),
                        check(evaluation, Scale.EXACT, plain.path(key(Scale.EXACT))),
                        check(evaluation, Scale.EXACT, json.path(key(Scale.EXACT)).path(lesson)),
                        check(evaluation, Scale.PASS_FAIL, plain.path(key(Scale.PASS_FAIL))),
                        check(
                                evaluation,
                                Scale.PASS_FAIL,
                                json.path(key(Scale.PASS_FAIL)).path(lesson)))
                .flatMap(List::stream)
                .toList();
    }

    private static String key(Scale scale) {
        return switch (scale) {
            case EXACT -> "exact_match";
            case PASS_FAIL -> "pass_fail";
        };
    }

    private static void requireKnown(String lesson, JsonNode required) {
        for (String key : required.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new InvalidDataException(
                        "%s: `%s` in %s is unknown; use %s."
                                .formatted(
                                        FILE,
                                        key,
                                        lesson,
                                        String.join(", ", KEYS.stream().sorted().toList())));
            }
        }
    }

    private static List<Check> check(Evaluation evaluation, Scale scale, JsonNode required) {
        String lesson = evaluation.result().experiment().id();
        Figures figures = evaluation.figures(scale);
        List<Check> checks = new ArrayList<>();
        if (required.has(OVERALL)) {
            checks.add(check(lesson, scale, OVERALL, required.path(OVERALL), figures.overall()));
        }
        required.path(KEY_CONCEPTS)
                .properties()
                .forEach(concept ->
                        checks.add(
                                check(
                                        lesson,
                                        scale,
                                        concept.getKey(),
                                        concept.getValue(),
                                        of(figures, concept.getKey()))));
        return checks;
    }

    private static Agreement of(Figures figures, String concept) {
        Agreement agreement = figures.byKeyConcept().get(concept);
        if (agreement == null) {
            throw new InvalidDataException(
                    "%s has a threshold for `%s`, which is not a key concept of the rubric; it has %s."
                            .formatted(
                                    FILE,
                                    concept,
                                    String.join("; ", figures.byKeyConcept().keySet())));
        }
        return agreement;
    }

    private static Check check(
            String lesson, Scale scale, String name, JsonNode required, Agreement figures) {
        double number = required.asDouble(-1);
        if (!required.isNumber() || number < 0 || number > 100) {
            throw new InvalidDataException(
                    "%s: the threshold of `%s` in %s must be a number from 0 to 1, or a percentage up to 100."
                            .formatted(FILE, name, lesson));
        }
        return new Check(
                lesson,
                scale,
                name,
                number > 1 ? number / 100 : number,
                figures.confusion().accuracy());
    }
}
