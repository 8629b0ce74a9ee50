package org.code.aiproxy.rubrictester.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.code.aiproxy.rubrictester.statistics.calibration.Forecasts.example;
import static org.code.aiproxy.rubrictester.statistics.calibration.Forecasts.forecast;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.grading.voting.Recalibration.Isotonic;
import org.code.aiproxy.grading.voting.Recalibration.Temperature;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;
import org.junit.jupiter.api.Test;

class CalibrationFitTests {

    private static final long SEED = 1;

    /** By scipy's minimize_scalar over the same loss. */
    @Test
    void findsTheReferencesTemperature() throws IOException {
        assertThat(TemperatureFit.of(example()))
                .isInstanceOfSatisfying(
                        Temperature.class,
                        it ->
                                assertThat(it.temperature())
                                        .isCloseTo(0.5552504592981107, within(1e-6)));
    }

    /** By scikit-learn's IsotonicRegression. */
    @Test
    void findsTheReferencesCurve() {
        double[] confidence = {.3, .35, .4, .4, .5, .55, .6, .6, .7, .8, .9, .95};
        int[] right = {0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1};
        List<Forecast> forecasts =
                IntStream.range(0, right.length)
                        .mapToObj(i -> forecast("s" + i, confidence[i], right[i] == 1))
                        .toList();

        Recalibration curve = IsotonicFit.of(forecasts);

        double[] at = {0.1, 0.37, 0.45, 0.58, 0.65, 0.99};
        double[] expected = {0, 1.0 / 3, 5.0 / 12, 0.5, 0.75, 1};
        for (int i = 0; i < at.length; i++) {
            assertThat(curve.confidence(Map.of(Label.NO, at[i]), Label.NO))
                    .isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void leavesAConfidenceThatMeansWhatItSays() {
        assertThat(CalibrationFit.of(simulated(300, it -> it), SEED).chosen())
                .isEqualTo(Recalibration.NONE);
    }

    @Test
    void coolsAModelThatIsTooSure() {
        // As a temperature of 2 would have it of two labels.
        CalibrationFit fit =
                CalibrationFit.of(
                        simulated(300, it -> Math.sqrt(it) / (Math.sqrt(it) + Math.sqrt(1 - it))),
                        SEED);

        assertThat(fit.chosen())
                .isInstanceOfSatisfying(
                        Temperature.class, it -> assertThat(it.temperature()).isBetween(1.6, 2.4));
        assertThat(fit.after()).isLessThan(fit.before());
    }

    @Test
    void bendsTheCurveWhereNoTemperatureFits() {
        // It knows two kinds of labels, and says more than that.
        assertThat(CalibrationFit.of(simulated(500, it -> it < 0.75 ? 0.52 : 0.97), SEED).chosen())
                .isInstanceOf(Isotonic.class);
    }

    /** Models that decide have many a 0.999999. */
    @Test
    void writesACurveThatCanBeRead() {
        Random random = new Random(3);
        List<Forecast> sure =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                forecast("s" + i, 1 - i * 1e-8, random.nextDouble() > i / 400.0))
                        .toList();

        Recalibration curve = IsotonicFit.of(sure);

        assertThat(Recalibration.parse(curve.text()).map(Recalibration::text))
                .hasValue(curve.text());
    }

    @Test
    void fitsWhereAllIsRightOrAllIsWrong() {
        for (boolean isRight : List.of(true, false)) {
            List<Forecast> alike =
                    IntStream.range(0, 20)
                            .mapToObj(i -> forecast("s" + i, 0.6 + i / 100.0, isRight))
                            .toList();

            CalibrationFit fit = CalibrationFit.of(alike, SEED);

            assertThat(fit.after()).isLessThan(fit.before());
            assertThat(Recalibration.parse(fit.chosen().text())).isPresent();
        }
    }

    /** Of a model that is right as often as a function of its confidence says. */
    private static List<Forecast> simulated(int students, DoubleUnaryOperator right) {
        Random random = new Random(5);
        return IntStream.range(0, 4 * students)
                .mapToObj(i -> {
                    double confidence = 0.5 + random.nextDouble() / 2;
                    return forecast(
                            "s" + i / 4,
                            confidence,
                            random.nextDouble() < right.applyAsDouble(confidence));
                })
                .toList();
    }
}
