package org.code.aiproxy.rubrictester.statistics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.code.aiproxy.rubrictester.statistics.calibration.Forecasts.example;
import static org.code.aiproxy.rubrictester.statistics.calibration.Forecasts.forecast;

import java.io.IOException;
import java.util.List;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.calibration.Calibration.Bin;
import org.code.aiproxy.rubrictester.statistics.calibration.Calibration.Point;
import org.junit.jupiter.api.Test;

class CalibrationTests {

    /** By scikit-learn's roc_auc_score, and numpy for the sums. */
    @Test
    void hasTheReferencesFigures() throws IOException {
        Calibration calibration = Calibration.of(example());

        assertThat(calibration.forecasts()).isEqualTo(40);
        assertThat(calibration.brier().value().orElseThrow())
                .isCloseTo(0.6251894042961004, within(1e-9));
        assertThat(calibration.auroc().value().orElseThrow())
                .isCloseTo(0.3183333333333333, within(1e-9));
        assertThat(calibration.error().value().orElseThrow())
                .isCloseTo(0.4110261697833881, within(1e-9));
        assertThat(calibration.brier().interval()).isPresent();
    }

    /** By numpy: percentiles of 10,000 resamples of students, with other random numbers. */
    @Test
    void hasIntervalsByStudents() throws IOException {
        Calibration calibration = Calibration.of(example());

        Interval error = calibration.error().interval().orElseThrow();
        assertThat(error.low()).isCloseTo(0.269, within(0.02));
        assertThat(error.high()).isCloseTo(0.536, within(0.02));
        Interval auroc = calibration.auroc().interval().orElseThrow();
        assertThat(auroc.low()).isCloseTo(0.168, within(0.02));
        assertThat(auroc.high()).isCloseTo(0.500, within(0.02));
    }

    @Test
    void showsAccuracyAgainstCoverageSurestFirst() {
        Calibration calibration =
                Calibration.of(
                        List.of(
                                forecast("a", 0.9, true),
                                forecast("b", 0.9, true),
                                forecast("c", 0.7, false),
                                forecast("d", 0.6, true)));

        assertThat(calibration.curve())
                .containsExactly(
                        new Point(0.9, 0.5, 1),
                        new Point(0.7, 0.75, 2.0 / 3),
                        new Point(0.6, 1, 0.75));
        assertThat(calibration.bins())
                .extracting(Bin::n, Bin::accuracy)
                .containsExactly(tuple(1, 1.0), tuple(1, 0.0), tuple(2, 1.0));
    }

    @Test
    void countsTiesHalf() {
        assertThat(
                        Calibration.of(List.of(forecast("a", 0.8, true), forecast("b", 0.8, false)))
                                .auroc()
                                .value())
                .hasValue(0.5);
    }

    @Test
    void leavesUndefinedWhatIsUndefined() {
        Calibration none = Calibration.of(List.of());
        assertThat(none.brier().value()).isEmpty();
        assertThat(none.error().value()).isEmpty();
        assertThat(none.curve()).isEmpty();

        Calibration allRight = Calibration.of(List.of(forecast("a", 1, true)));
        assertThat(allRight.auroc().value()).isEmpty();
        assertThat(allRight.error().value()).hasValue(0);
        assertThat(allRight.brier().value()).hasValue(0);
    }
}
