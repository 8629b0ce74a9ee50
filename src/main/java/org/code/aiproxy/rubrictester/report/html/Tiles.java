package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.report.html.ReportView.Tile;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Flag;

/** The figures that matter most, at a glance. */
final class Tiles {

    private final Evaluation evaluation;
    private final LessonResult result;
    private final Agreement overall;

    Tiles(Evaluation evaluation, Figures figures) {
        this.evaluation = evaluation;
        this.result = evaluation.result();
        this.overall = figures.overall();
    }

    List<Tile> tiles() {
        return List.of(
                new Tile(
                        "Accuracy",
                        Numbers.percent(overall.accuracy().value()),
                        Numbers.percents(overall.accuracy().interval()),
                        false),
                new Tile(
                        "Weighted kappa",
                        Numbers.decimal(overall.quadraticWeightedKappa().value()),
                        Numbers.decimals(overall.quadraticWeightedKappa().interval()),
                        overall.flags().contains(Flag.LOW_AGREEMENT)),
                new Tile(
                        "Mean difference",
                        Numbers.signed(overall.distances().standardisedMeanDifference()),
                        "in standard deviations; + is too generous",
                        overall.flags().contains(Flag.UNEQUAL_MEANS)),
                graded(),
                new Tile(
                        "Cost",
                        Numbers.usd(result.usd()),
                        "estimated " + Numbers.usd(result.estimate().usd()),
                        false),
                latency());
    }

    private Tile graded() {
        int failed = result.failed().size();
        int notRun = result.notRun().size();
        return new Tile(
                "Students graded",
                "%d of %d".formatted(result.graded().size(), result.results().size()),
                failed + notRun == 0 ? "none missing" : failed + " failed, " + notRun + " not run",
                failed + notRun > 0);
    }

    private Tile latency() {
        return evaluation
                .latencies()
                .map(it ->
                        new Tile(
                                "Latency, median",
                                Numbers.seconds(it.p50()),
                                "90 %% within %s".formatted(Numbers.seconds(it.p90())),
                                false))
                .orElse(new Tile("Latency, median", Numbers.UNDEFINED, "", false));
    }
}
