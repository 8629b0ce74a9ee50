package org.code.aiproxy.rubrictester.statistics.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTests {

    private static final Promise TENTH = new Promise(0.1, 0.9);

    /** Worked out by hand from 0.9^n and n · 0.1 · 0.9^(n − 1). */
    @ParameterizedTest
    @CsvSource({"0, 22", "1, 38", "2, 52"})
    void needsMoreLabelsForEachError(int errors, int fewest) {
        assertThat(TENTH.fewest(errors)).isEqualTo(fewest);
        assertThat(TENTH.isKeptBy(errors, fewest)).isTrue();
        assertThat(TENTH.isKeptBy(errors, fewest - 1)).isFalse();
        assertThat(TENTH.isKeptBy(errors + 1, fewest)).isFalse();
    }

    /** The least n with 0.999999^n ≤ 0.1; the other is more than any dataset has. */
    @Test
    @Timeout(10)
    void findsSoonHowManyASmallErrorNeeds() {
        assertThat(new Promise(1e-6, 0.9).fewest(0)).isEqualTo(2_302_584);
        assertThat(new Promise(1e-12, 0.9).fewest(0)).isEqualTo(Integer.MAX_VALUE);
    }

    /** By statsmodels: proportion_confint(errors, n, alpha=0.2, method="beta")[1]. */
    @ParameterizedTest
    @CsvSource({"0, 22, 0.099372", "1, 38, 0.098547", "5, 100, 0.090771"})
    void boundsTheErrorAsClopperAndPearsonDo(int errors, int labels, double bound) {
        assertThat(TENTH.bound(errors, labels)).isCloseTo(bound, within(1e-5));
    }

    @Test
    void boundsNothingWhereAllIsWrong() {
        assertThat(TENTH.bound(3, 3)).isEqualTo(1);
    }
}
