package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.code.aiproxy.rubrictester.evaluation.Verdict.Threshold;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Figures;

/** The accuracy of each key concept as a bar, as the template draws it. */
final class AccuracyBars {

    private static final String OVERALL = "Overall";

    private AccuracyBars() {}

    /**
     * One bar. Places are CSS percentages of its width; what is empty isn't drawn.
     *
     * @param name the key concept's
     * @param text the figure in words
     * @param value where the bar ends
     * @param low where the interval begins
     * @param high where the interval ends
     * @param baseline the accuracy of always giving the most common level
     * @param threshold what was asked for
     */
    record Bar(
            String name,
            String text,
            String value,
            String low,
            String high,
            String baseline,
            String threshold) {}

    /**
     * @param students how many there are in the run
     */
    static List<Bar> of(Figures figures, List<Threshold> thresholds, int students) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar(OVERALL, figures.overall(), thresholds, students));
        figures.byKeyConcept()
                .forEach((name, figure) -> bars.add(bar(name, figure, thresholds, students)));
        return bars;
    }

    private static Bar bar(
            String name, Agreement agreement, List<Threshold> thresholds, int students) {
        var accuracy = agreement.accuracy();
        Optional<Threshold> threshold =
                thresholds.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
        return new Bar(
                name,
                text(agreement, threshold, students),
                place(accuracy.value()),
                accuracy.interval().map(it -> place(it.low())).orElse(""),
                accuracy.interval().map(it -> place(it.high())).orElse(""),
                place(agreement.majorityBaseline().share()),
                threshold.map(it -> place(it.least())).orElse(""));
    }

    private static String text(Agreement agreement, Optional<Threshold> threshold, int students) {
        if (agreement.accuracy().value().isEmpty()) {
            return Numbers.UNDEFINED;
        }
        return "%s (%s), %s%s"
                .formatted(
                        Numbers.percent(agreement.accuracy().value()),
                        Numbers.percents(agreement.accuracy().interval()),
                        Numbers.students(agreement.students(), students),
                        threshold
                                .map(it ->
                                        ", %s %s"
                                                .formatted(
                                                        it.isMet() ? "meets" : "misses",
                                                        Numbers.percent(it.least())))
                                .orElse(""));
    }

    private static String place(OptionalDouble share) {
        return share.isPresent() ? place(share.getAsDouble()) : "";
    }

    private static String place(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
