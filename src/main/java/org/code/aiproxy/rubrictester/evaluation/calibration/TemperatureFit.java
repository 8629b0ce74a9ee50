package org.code.aiproxy.rubrictester.evaluation.calibration;

import java.util.List;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.grading.voting.Recalibration.Temperature;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;

/** Finds the temperature under which people's labels are most probable. */
final class TemperatureFit {

    /** What is taken for a probability of 0, of which nothing can be learnt. */
    private static final double LEAST = 1e-6;

    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private TemperatureFit() {}

    /** By golden-section search over the logarithm: the loss has one minimum. */
    static Recalibration of(List<Forecast> forecasts) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(forecasts, Math.exp(left)) < loss(forecasts, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Temperature(Math.exp((low + high) / 2));
    }

    /** The negative logarithm of how probable people's labels are. */
    private static double loss(List<Forecast> forecasts, double temperature) {
        Temperature candidate = new Temperature(temperature);
        return forecasts.stream()
                .mapToDouble(it ->
                        -Math.log(
                                Math.max(
                                        LEAST,
                                        candidate.confidence(
                                                it.probabilities(), it.rating().people()))))
                .sum();
    }
}
