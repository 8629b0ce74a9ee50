package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class MarginTestTests {

    @Test
    void isMcNemarsTestOnTwoLevels() {
        MarginTest test = of("000001111", "111110111").orElseThrow();
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.statistic()).isCloseTo((5 - 1) * (5 - 1) / 6.0, within(1e-12));
        assertThat(test.p())
                .isCloseTo(
                        ChiSquaredDistribution.of(1).survivalProbability(16 / 6.0), within(1e-12));
    }

    @Test
    void takesNothingFromLevelsThatAreAlwaysAgreedOn() {
        assertThat(of("000001111" + "3333", "111110111" + "3333"))
                .isEqualTo(of("000001111", "111110111"));
    }

    @Test
    void addsUpLevelsThatAreNeverMixedUpWithEachOther() {
        MarginTest lower = of("0001", "1110").orElseThrow();
        MarginTest both = of("0001" + "2223", "1110" + "3332").orElseThrow();
        assertThat(both.statistic()).isCloseTo(2 * lower.statistic(), within(1e-12));
        assertThat(both.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void findsNothingUnequalInAPlainSwap() {
        MarginTest test = of("0303", "3030").orElseThrow();
        assertThat(test.statistic()).isZero();
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void isNotThereWithoutADisagreement() {
        assertThat(of("0123", "0123")).isEmpty();
        assertThat(of("", "")).isEmpty();
    }

    private static Optional<MarginTest> of(String people, String ai) {
        return MarginTest.of(ConfusionMatrix.of(Ratings.of(people, ai), Scale.EXACT));
    }
}
