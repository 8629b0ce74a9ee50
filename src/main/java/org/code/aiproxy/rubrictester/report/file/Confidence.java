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
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;

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

    /** HIGH from 85 % pass/fail accuracy, MEDIUM from 80 %, else LOW. */
    SequencedMap<String, String> levels() {
        SequencedMap<String, String> levels = new LinkedHashMap<>();
        passFail.forEach((concept, figures) -> levels.put(concept, level(accuracy(figures))));
        return levels;
    }

    /** HIGH from a precision of 88 % in at least 10 predictions, else LOW. */
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
     * Where HIGH rests on too few students: the accuracy could as well be under what MEDIUM needs.
     *
     * @return a sentence for each such key concept
     */
    public List<String> doubts() {
        return levels().entrySet().stream()
                .filter(level -> level.getValue().equals("HIGH"))
                .map(level -> Map.entry(level.getKey(), accuracy(passFailOf(level.getKey()))))
                .filter(concept -> isDoubtful(concept.getValue()))
                .map(concept -> doubt(concept.getKey(), concept.getValue()))
                .toList();
    }

    private Agreement passFailOf(String concept) {
        return Objects.requireNonNull(passFail.get(concept));
    }

    private static boolean isDoubtful(Proportion accuracy) {
        return accuracy.interval().stream().anyMatch(it -> it.low() < MEDIUM_ACCURACY);
    }

    private static String doubt(String concept, Proportion accuracy) {
        Interval interval = accuracy.interval().orElseThrow();
        return "HIGH confidence in %s rests on too few students: %d of %d is %.0f to %.0f %%."
                .formatted(
                        concept,
                        accuracy.successes(),
                        accuracy.n(),
                        100 * interval.low(),
                        100 * interval.high());
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
        return share >= HIGH_ACCURACY ? "HIGH" : share >= MEDIUM_ACCURACY ? "MEDIUM" : "LOW";
    }

    private static String exactLevel(Proportion precision) {
        boolean isHigh =
                precision.n() >= LEAST_PREDICTIONS && precision.share().orElse(0) >= HIGH_PRECISION;
        return isHigh ? "HIGH" : "LOW";
    }
}
