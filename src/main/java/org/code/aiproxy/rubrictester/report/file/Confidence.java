package org.code.aiproxy.rubrictester.report.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.ConfusionMatrix;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.selective.Promise;

/** How far teachers are told to rely on the AI's labels, in the form that the backend reads. */
public final class Confidence {

    /** For each key concept, by pass/fail accuracy. */
    public static final String FILE = "confidence.json";

    /** For each key concept and label, by the label's precision. */
    public static final String EXACT_FILE = "confidence-exact.json";

    private static final String DETAILS_FILE = "confidence-details.json";

    private static final double HIGH_ACCURACY = 0.85;
    private static final double MEDIUM_ACCURACY = 0.80;
    private static final double HIGH_PRECISION = 0.88;
    private static final int LEAST_PREDICTIONS = 10;

    /** What has to be sure of a HIGH: that no more are wrong than MEDIUM allows. */
    private static final Promise HELD = new Promise(0.20, 0.90);

    private final Map<String, Agreement> passFail;
    private final Map<String, Agreement> exact;

    /** Of a lesson's evaluation. */
    public Confidence(Evaluation evaluation) {
        this.passFail = evaluation.figures(Scale.PASS_FAIL).byKeyConcept();
        this.exact = evaluation.figures(Scale.EXACT).byKeyConcept();
    }

    /** Writes the three files into an experiment's folder for the lesson. */
    public void write(Path folder) {
        Output.writeJson(folder.resolve(FILE), levels());
        Output.writeJson(folder.resolve(EXACT_FILE), exactLevels());
        Output.writeJson(folder.resolve(DETAILS_FILE), details());
    }

    /**
     * HIGH from 85 % pass/fail accuracy, provided that at least 80 % are right with 90 % certainty
     * (the exact binomial bound, a label of each student); MEDIUM from 80 %, else LOW.
     */
    SequencedMap<String, String> levels() {
        SequencedMap<String, String> levels = new LinkedHashMap<>();
        passFail.forEach((concept, figures) -> levels.put(concept, level(accuracy(figures))));
        return levels;
    }

    /**
     * HIGH from a precision of 88 % in at least 10 predictions, provided that it is 80 % or more
     * with 90 % certainty; else LOW.
     */
    SequencedMap<String, Map<String, String>> exactLevels() {
        SequencedMap<String, Map<String, String>> levels = new LinkedHashMap<>();
        exact.forEach((concept, figures) -> {
            SequencedMap<String, String> byLabel = new LinkedHashMap<>();
            ConfusionMatrix confusion = figures.confusion();
            List<String> labels = confusion.scale().levels();
            for (int level = 0; level < labels.size(); level++) {
                byLabel.put(labels.get(level), exactLevel(confusion.precision(level)));
            }
            levels.put(concept, byLabel);
        });
        return levels;
    }

    /**
     * Where there are too few students for HIGH: the accuracy could as well be under what MEDIUM
     * needs.
     *
     * @return a sentence for each such key concept
     */
    public List<String> doubts() {
        return levels().entrySet().stream()
                .map(level -> Map.entry(level.getKey(), accuracy(passFailOf(level.getKey()))))
                .filter(concept -> isDoubtful(concept.getValue()))
                .map(concept -> doubt(concept.getKey(), concept.getValue()))
                .toList();
    }

    private Agreement passFailOf(String concept) {
        return Objects.requireNonNull(passFail.get(concept));
    }

    private static boolean isDoubtful(Proportion accuracy) {
        return accuracy.share().orElse(0) >= HIGH_ACCURACY && !isHeld(accuracy);
    }

    private static boolean isHeld(Proportion right) {
        return HELD.isKeptBy(right.n() - right.successes(), right.n());
    }

    private static String doubt(String concept, Proportion accuracy) {
        return "Confidence in %s is MEDIUM rather than HIGH, on too few students: of %d labels %d are right, which shows with 90 %% certainty no more than %.0f %%."
                .formatted(
                        concept,
                        accuracy.n(),
                        accuracy.successes(),
                        100 * (1 - HELD.bound(accuracy.n() - accuracy.successes(), accuracy.n())));
    }

    private SequencedMap<String, Object> details() {
        SequencedMap<String, Object> details = new LinkedHashMap<>();
        passFail.forEach((concept, figures) -> {
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("confidence", level(accuracy(figures)));
            one.put("pass_fail_accuracy", shown(accuracy(figures)));
            one.put("rests_on_too_few", isDoubtful(accuracy(figures)));
            one.put("precision", precision(concept));
            details.put(concept, one);
        });
        return details;
    }

    private SequencedMap<String, Object> precision(String concept) {
        ConfusionMatrix confusion = Objects.requireNonNull(exact.get(concept)).confusion();
        SequencedMap<String, Object> byLabel = new LinkedHashMap<>();
        List<String> labels = confusion.scale().levels();
        for (int level = 0; level < labels.size(); level++) {
            byLabel.put(labels.get(level), shown(confusion.precision(level)));
        }
        return byLabel;
    }

    private static SequencedMap<String, Object> shown(Proportion proportion) {
        SequencedMap<String, Object> shown = new LinkedHashMap<>();
        shown.put("right", proportion.successes());
        shown.put("n", proportion.n());
        proportion.share().ifPresent(share -> shown.put("share", share));
        proportion
                .interval()
                .ifPresent(interval -> {
                    shown.put("low", interval.low());
                    shown.put("high", interval.high());
                });
        return shown;
    }

    private static Proportion accuracy(Agreement figures) {
        return figures.confusion().accuracy();
    }

    private static String level(Proportion accuracy) {
        double share = accuracy.share().orElse(0);
        if (share >= HIGH_ACCURACY && isHeld(accuracy)) {
            return "HIGH";
        }
        return share >= MEDIUM_ACCURACY ? "MEDIUM" : "LOW";
    }

    private static String exactLevel(Proportion precision) {
        boolean isHigh =
                precision.n() >= LEAST_PREDICTIONS
                        && precision.share().orElse(0) >= HIGH_PRECISION
                        && isHeld(precision);
        return isHigh ? "HIGH" : "LOW";
    }
}
