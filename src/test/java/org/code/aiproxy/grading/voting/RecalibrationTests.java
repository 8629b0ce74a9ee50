package org.code.aiproxy.grading.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.Recalibration.Isotonic;
import org.code.aiproxy.grading.voting.Recalibration.Isotonic.Point;
import org.code.aiproxy.grading.voting.Recalibration.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecalibrationTests {

    private static final Map<Label, Double> SURE =
            Map.of(Label.NO, 0.9, Label.LIMITED, 0.1, Label.CONVINCING, 0.0, Label.EXTENSIVE, 0.0);

    @Test
    void aHighTemperatureTakesConfidenceAway() {
        // 0.9^0.5 / (0.9^0.5 + 0.1^0.5) = 3 / 4
        assertThat(new Temperature(2).confidence(SURE, Label.NO)).isEqualTo(0.75, within(1e-12));
        assertThat(new Temperature(1).confidence(SURE, Label.NO)).isEqualTo(0.9, within(1e-12));
        assertThat(new Temperature(0.5).confidence(SURE, Label.NO))
                .isEqualTo(0.81 / 0.82, within(1e-12));
        assertThat(new Temperature(2).confidence(Map.of(), Label.NO)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.3", "0.4, 0.3", "0.65, 0.55", "0.9, 0.8", "1, 0.8"})
    void aCurveIsLinearBetweenItsPoints(double confidence, double calibrated) {
        Isotonic curve = new Isotonic(List.of(new Point(0.4, 0.3), new Point(0.9, 0.8)));

        assertThat(curve.confidence(Map.of(Label.NO, confidence), Label.NO))
                .isEqualTo(calibrated, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature=1.8", "isotonic=0.4:0.3,0.9:0.8", "isotonic=1:0.5"})
    void isReadAsItWasWritten(String text) {
        assertThat(Recalibration.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "temperature",
                "temperature=0",
                "temperature=-1",
                "temperature=NaN",
                "temperature=1e3",
                "isotonic=",
                "isotonic=0.4",
                "isotonic=0.4:0.3,0.4:0.5",
                "isotonic=0.4:0.3,0.5:0.2",
                "isotonic=0.4:1.3",
                "1.8",
            })
    void refusesWhatIsNeither(String text) {
        assertThat(Recalibration.parse(text)).isEmpty();
    }
}
