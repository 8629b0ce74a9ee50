package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "0, 20", "20, 20", "5000, 10000"})
    void keepsItsIntervalWithinZeroToOne(int successes, int n) {
        Proportion proportion = new Proportion(successes, n);
        Interval interval = proportion.interval().orElseThrow();
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
        assertThat(proportion.share().orElseThrow())
                .isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
    }

    @Test
    void isAsUncertainOfNoneAsOfAll() {
        Interval none = new Proportion(0, 8).interval().orElseThrow();
        Interval all = new Proportion(8, 8).interval().orElseThrow();
        assertThat(none.low()).isCloseTo(0, within(1e-12));
        assertThat(all.low()).isLessThan(0.7);
        assertThat(1 - none.high()).isCloseTo(all.low(), within(1e-12));
    }

    @Test
    void isUndefinedOfNoCases() {
        assertThat(new Proportion(0, 0).share()).isEmpty();
        assertThat(new Proportion(0, 0).interval()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "0, -1"})
    void refusesWhatIsNone(int successes, int n) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(successes, n));
    }
}
