package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DistancesTests {

    private static final OptionalDouble UNDEFINED = OptionalDouble.empty();

    @Test
    void isOverZeroWhereTheAiIsTooGenerous() {
        Distances distances = of("0112", "1223");
        assertThat(distances.bias()).hasValue(1);
        assertThat(distances.meanAbsoluteDistance()).hasValue(1);
        assertThat(distances.standardisedMeanDifference())
                .hasValueCloseTo(1 / Math.sqrt(2 / 3.0), within(1e-12));
    }

    @Test
    void cancelsOutInTheBiasButNotInTheDistance() {
        Distances distances = of("03", "30");
        assertThat(distances.bias()).hasValue(0);
        assertThat(distances.meanAbsoluteDistance()).hasValue(3);
    }

    @Test
    void isNotStandardisedWherePeoplesLabelsDoNotVary() {
        assertThat(of("2222", "3333").standardisedMeanDifference()).isEqualTo(UNDEFINED);
        assertThat(of("2", "3").standardisedMeanDifference()).isEqualTo(UNDEFINED);
        assertThat(of("2", "3").bias()).hasValue(1);
    }

    @Test
    void isUndefinedWithoutRatings() {
        assertThat(of("", "")).isEqualTo(new Distances(UNDEFINED, UNDEFINED, UNDEFINED));
    }

    private static Distances of(String people, String ai) {
        return Distances.of(ConfusionMatrix.of(Ratings.of(people, ai), Scale.EXACT));
    }
}
