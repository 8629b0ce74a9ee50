package org.code.aiproxy.rubrictester.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.ExperimentComparison;
import org.code.aiproxy.rubrictester.evaluation.Headline;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Percentiles;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.comparison.Changes;
import org.code.aiproxy.rubrictester.statistics.comparison.ConceptComparison;
import org.code.aiproxy.rubrictester.statistics.comparison.PairedComparison;

/** A comparison as a person reads it in a terminal. */
final class ComparisonText {

    private static final double SIGNIFICANT = 0.05;
    private static final double LEAST_SHOWN = 0.01;

    private final ExperimentComparison comparison;

    ComparisonText(ExperimentComparison comparison) {
        this.comparison = comparison;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        LessonResult before = comparison.before().result();
        LessonResult after = comparison.after().result();
        lines.add(
                "%s: %s (%d of %d programs labelled) against %s (%d of %d)"
                        .formatted(
                                after.experiment().id(),
                                after.experiment().name(),
                                after.graded().size(),
                                after.results().size(),
                                before.experiment().name(),
                                before.graded().size(),
                                before.results().size()));
        for (Scale scale : Scale.values()) {
            addFigures(lines, scale);
        }
        lines.add("  cost: %s → %s".formatted(usd(before.usd()), usd(after.usd())));
        lines.add(
                "  median latency: %s → %s"
                        .formatted(latency(comparison.before()), latency(comparison.after())));
        comparison.parameterDifferences().forEach(it -> lines.add("  " + it));
        addDifference(lines, comparison.promptDifference());
        addDifference(lines, comparison.rubricDifference());
        return lines;
    }

    private void addFigures(List<String> lines, Scale scale) {
        PairedComparison figures = comparison.figures(scale);
        lines.add(
                "  %s: accuracy changes by %s; students %s"
                        .formatted(
                                scale == Scale.EXACT ? "exact match" : "pass/fail",
                                difference(figures),
                                shown(figures.students())));
        figures.byKeyConcept()
                .forEach((concept, one) -> lines.add("    %s: %s".formatted(concept, shown(one))));
        if (scale == Scale.EXACT) {
            lines.addAll(comparison.changedLabels());
        }
    }

    /** The interval and the test agree, or the sentence says that the students are too few. */
    private static String difference(PairedComparison figures) {
        OptionalDouble mean = figures.difference().mean();
        if (mean.isEmpty()) {
            return "n/a";
        }
        String points = "%+.1f points".formatted(100 * mean.getAsDouble());
        int students = figures.students().n();
        if (figures.ratings().improved() + figures.ratings().worsened() == 0) {
            return points;
        }
        Optional<Interval> interval = figures.interval();
        if (students < Headline.FEWEST_STUDENTS) {
            return "%s; %d %s too few to tell whether that is chance"
                    .formatted(points, students, students == 1 ? "student is" : "students are");
        }
        double p = figures.students().mcNemarP();
        boolean excludesNone = interval.filter(it -> it.low() > 0 || it.high() < 0).isPresent();
        String shown =
                interval.map(it -> " (%+.1f to %+.1f)".formatted(100 * it.low(), 100 * it.high()))
                        .orElse("");
        return excludesNone == p < SIGNIFICANT
                ? "%s%s, which %s".formatted(points, shown, chance(p))
                : "%s%s; %d students are too few to tell whether that is chance (p %.2f)"
                        .formatted(points, shown, students, p);
    }

    private static String chance(double p) {
        String value = p < LEAST_SHOWN ? "p under 0.01" : "p %.2f".formatted(p);
        return (p < SIGNIFICANT ? "is unlikely to be chance (%s)" : "could be chance (%s)")
                .formatted(value);
    }

    private static String shown(ConceptComparison concept) {
        return "%s → %s; %s; %s"
                .formatted(
                        share(concept.accuracy().before()),
                        share(concept.accuracy().after()),
                        shown(concept.changes()),
                        concept.changes().improved() + concept.changes().worsened() == 0
                                ? "the same"
                                : chance(concept.adjustedP()));
    }

    private static String shown(Changes changes) {
        return "%d improved, %d worsened, %d unchanged"
                .formatted(changes.improved(), changes.worsened(), changes.unchanged());
    }

    private static String share(Proportion proportion) {
        return proportion.share().isPresent()
                ? "%.0f %%".formatted(100 * proportion.share().getAsDouble())
                : "n/a";
    }

    private static String usd(Optional<BigDecimal> cost) {
        return cost.map("%.2f USD"::formatted).orElse("unknown");
    }

    private static String latency(Evaluation evaluation) {
        return evaluation
                .latencies()
                .map(Percentiles::p50)
                .map(it -> "%.1f s".formatted(it.toMillis() / 1000.0))
                .orElse("n/a");
    }

    private static void addDifference(List<String> lines, List<String> difference) {
        difference.forEach(it -> lines.add("  " + it));
    }
}
