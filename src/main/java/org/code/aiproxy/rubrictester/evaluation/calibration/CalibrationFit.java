package org.code.aiproxy.rubrictester.evaluation.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;

/**
 * The calibration that fits some labels. Leaving the confidence as it is, a temperature and an
 * isotonic curve are compared by the squared error of the confidence on students who had no part in
 * the fit; what is less simple has to be better by more than a standard error of the paired
 * difference.
 *
 * @param chosen fitted to all labels
 * @param labels how many there were
 * @param before the held-out squared error of the confidence as it is
 * @param after of the chosen method
 */
public record CalibrationFit(Recalibration chosen, int labels, double before, double after) {

    private static final int FOLDS = 10;

    /** The simplest first. */
    private static final List<Function<List<Forecast>, Recalibration>> METHODS =
            List.of(_ -> Recalibration.NONE, TemperatureFit::of, IsotonicFit::of);

    /**
     * Fits.
     *
     * @param forecasts of at least two students
     * @param seed of the folds
     */
    public static CalibrationFit of(List<Forecast> forecasts, long seed) {
        Map<String, Integer> folds = folds(forecasts, seed);
        List<List<Loss>> losses =
                METHODS.stream().map(method -> losses(forecasts, folds, method)).toList();
        int best = 0;
        for (int method = 1; method < METHODS.size(); method++) {
            if (isBetter(losses.get(best), losses.get(method))) {
                best = method;
            }
        }
        return new CalibrationFit(
                METHODS.get(best).apply(forecasts),
                forecasts.size(),
                mean(losses.getFirst()),
                mean(losses.get(best)));
    }

    private static Map<String, Integer> folds(List<Forecast> forecasts, long seed) {
        List<String> students =
                new ArrayList<>(
                        forecasts.stream()
                                .map(it -> it.rating().student())
                                .distinct()
                                .sorted()
                                .toList());
        Collections.shuffle(students, new Random(seed));
        Map<String, Integer> folds = new HashMap<>();
        for (String student : students) {
            folds.put(student, folds.size() % FOLDS);
        }
        return folds;
    }

    private static List<Loss> losses(
            List<Forecast> forecasts,
            Map<String, Integer> folds,
            Function<List<Forecast>, Recalibration> method) {
        Map<Integer, Recalibration> byFold = new HashMap<>();
        for (int fold : folds.values()) {
            byFold.computeIfAbsent(
                    fold,
                    held ->
                            method.apply(
                                    forecasts.stream()
                                            .filter(it -> fold(it, folds) != held)
                                            .toList()));
        }
        return forecasts.stream()
                .map(it -> Loss.of(it, byFold.getOrDefault(fold(it, folds), Recalibration.NONE)))
                .toList();
    }

    private static int fold(Forecast forecast, Map<String, Integer> folds) {
        return folds.getOrDefault(forecast.rating().student(), 0);
    }

    private static boolean isBetter(List<Loss> before, List<Loss> after) {
        List<Loss> gains =
                IntStream.range(0, before.size())
                        .mapToObj(i -> before.get(i).minus(after.get(i)))
                        .toList();
        ClusteredMean gain = ClusteredMean.of(gains, Loss::student, Loss::value);
        return gain.mean().orElse(0) > gain.standardError().orElse(Double.POSITIVE_INFINITY);
    }

    private static double mean(List<Loss> losses) {
        return losses.stream().mapToDouble(Loss::value).average().orElse(0);
    }

    private record Loss(String student, double value) {

        private static Loss of(Forecast forecast, Recalibration calibration) {
            double confidence =
                    calibration.confidence(forecast.probabilities(), forecast.rating().ai());
            double off = confidence - (forecast.isRight() ? 1 : 0);
            return new Loss(forecast.rating().student(), off * off);
        }

        private Loss minus(Loss other) {
            return new Loss(student, value - other.value);
        }
    }
}
