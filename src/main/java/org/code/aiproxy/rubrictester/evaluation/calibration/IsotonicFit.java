package org.code.aiproxy.rubrictester.evaluation.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.grading.voting.Recalibration.Isotonic;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;

/**
 * Finds the rising curve from confidence to accuracy with the least squared error, by pooling
 * adjacent violators (M. Ayer et al., "An Empirical Distribution Function for Sampling with
 * Incomplete Information", Annals of Mathematical Statistics 26, 1955).
 */
final class IsotonicFit {

    /** A calibration is written to six digits. */
    private static final double DIGITS = 1e6;

    private IsotonicFit() {}

    /** Labels next to each other in confidence that are right equally often on the curve. */
    private record Block(double from, double to, double right, int n) {

        private double accuracy() {
            return right / n;
        }

        private Block plus(Block next) {
            return new Block(from, next.to, right + next.right, n + next.n);
        }
    }

    static Recalibration of(List<Forecast> forecasts) {
        Map<Double, List<Forecast>> byConfidence =
                forecasts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        IsotonicFit::written, TreeMap::new, Collectors.toList()));
        List<Block> blocks = new ArrayList<>();
        byConfidence.forEach((confidence, tied) -> {
            Block block =
                    new Block(
                            confidence,
                            confidence,
                            tied.stream().filter(Forecast::isRight).count(),
                            tied.size());
            while (!blocks.isEmpty() && blocks.getLast().accuracy() >= block.accuracy()) {
                block = blocks.removeLast().plus(block);
            }
            blocks.add(block);
        });
        List<Isotonic.Point> points = new ArrayList<>();
        for (Block block : blocks) {
            points.add(new Isotonic.Point(block.from(), block.accuracy()));
            if (block.to() > block.from()) {
                points.add(new Isotonic.Point(block.to(), block.accuracy()));
            }
        }
        return points.isEmpty() ? Recalibration.NONE : new Isotonic(thinned(points));
    }

    /** Confidences that are written alike would be two points in one place. */
    private static double written(Forecast forecast) {
        return Math.round(forecast.confidence() * DIGITS) / DIGITS;
    }

    /** As many as can be read, from the first to the last; the curve between them is linear. */
    private static List<Isotonic.Point> thinned(List<Isotonic.Point> points) {
        int most = Isotonic.MOST_POINTS;
        if (points.size() <= most) {
            return points;
        }
        return IntStream.range(0, most)
                .mapToObj(i -> points.get((int) ((long) i * (points.size() - 1) / (most - 1))))
                .toList();
    }
}
