package org.code.aiproxy.rubrictester.evaluation;

import java.util.Optional;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Scale;

/** What a run comes to, in words: the first thing that a report and the terminal say. */
public final class Headline {

    /** With fewer, even the best result could be chance. */
    public static final int FEWEST_STUDENTS = 10;

    private Headline() {}

    /** A sentence or two. */
    public static String of(Evaluation evaluation, Scale scale) {
        Agreement overall = evaluation.figures(scale).overall();
        return overall.accuracy().value().isEmpty()
                ? unmeasured(evaluation)
                : measured(overall, scale);
    }

    private static String unmeasured(Evaluation evaluation) {
        return evaluation.result().dataset().labels().isEmpty()
                ? "People gave no labels, so the AI can't be measured; read its labels and reasons."
                : "None of the AI's labels can be compared with people's.";
    }

    private static String measured(Agreement overall, Scale scale) {
        double accuracy = overall.accuracy().value().orElseThrow();
        double baseline = overall.majorityBaseline().share().orElse(0);
        return "The AI agrees with people on %s%s; always giving the most common %s would reach %s%s"
                .formatted(
                        scale == Scale.EXACT
                                ? percent(accuracy) + " of labels"
                                : "pass or fail for " + percent(accuracy) + " of labels",
                        shown(overall.accuracy().interval()),
                        scale == Scale.EXACT ? "label" : "result",
                        percent(baseline),
                        conclusion(overall, accuracy, baseline));
    }

    private static String conclusion(Agreement overall, double accuracy, double baseline) {
        if (overall.students() < FEWEST_STUDENTS) {
            return ". %d %s too few to tell."
                    .formatted(
                            overall.students(),
                            overall.students() == 1 ? "student is" : "students are");
        }
        if (accuracy <= baseline) {
            return ": this rubric doesn't work yet.";
        }
        boolean isSure =
                overall.accuracy().interval().filter(it -> it.low() > baseline).isPresent();
        return isSure
                ? "."
                : ". %d students are too few to tell the two apart.".formatted(overall.students());
    }

    private static String shown(Optional<Interval> interval) {
        return interval.map(it -> " (%.0f to %s)".formatted(100 * it.low(), percent(it.high())))
                .orElse("");
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * share);
    }
}
