package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTests {

    @Test
    void countsPeopleInRowsAndTheAiInColumns() {
        ConfusionMatrix confusion = of("3320", "3230");
        assertThat(confusion.counts())
                .containsExactly(
                        List.of(1, 0, 0, 0),
                        List.of(0, 0, 0, 0),
                        List.of(0, 0, 0, 1),
                        List.of(0, 0, 1, 1));
        assertThat(confusion.count(2, 3)).isEqualTo(1);
        assertThat(confusion.peopleTotal(3)).isEqualTo(2);
        assertThat(confusion.aiTotal(0)).isEqualTo(1);
        assertThat(confusion.n()).isEqualTo(4);
    }

    @Test
    void tellsOnlyPassAndFailApartOnThatScale() {
        ConfusionMatrix confusion = ConfusionMatrix.of(Ratings.of("3210", "2301"), Scale.PASS_FAIL);
        assertThat(confusion.counts()).containsExactly(List.of(2, 0), List.of(0, 2));
        assertThat(confusion.accuracy()).isEqualTo(new Proportion(4, 4));
    }

    @Test
    void givesPrecisionOfEachLevelThatTheAiGave() {
        ConfusionMatrix confusion = of("3320", "3230");
        assertThat(confusion.precision(3)).isEqualTo(new Proportion(1, 2));
        assertThat(confusion.precision(2)).isEqualTo(new Proportion(0, 1));
        assertThat(confusion.precision(1)).isEqualTo(new Proportion(0, 0));
    }

    @Test
    void comparesWithAlwaysGivingTheMostCommonLevel() {
        assertThat(of("33321", "00000").majorityBaseline()).isEqualTo(new Proportion(3, 5));
    }

    @Test
    void hasNoFiguresOfNoRatings() {
        ConfusionMatrix confusion = of("", "");
        assertThat(confusion.accuracy().share()).isEmpty();
        assertThat(confusion.accuracy().interval()).isEmpty();
        assertThat(confusion.majorityBaseline().share()).isEmpty();
        assertThat(confusion.kappa()).isEmpty();
        assertThat(confusion.quadraticWeightedKappa()).isEmpty();
        assertThat(confusion.macroF1()).isEmpty();
    }

    @Test
    void leavesKappaUndefinedWhereAllLabelsAreTheSame() {
        assertThat(of("222", "222").kappa()).isEmpty();
        assertThat(of("222", "222").quadraticWeightedKappa()).isEmpty();
        assertThat(of("222", "222").macroF1()).hasValue(1);
    }

    @Test
    void givesKappaZeroToAnAiThatAlwaysSaysTheSame() {
        assertThat(of("0123", "2222").kappa()).hasValue(0);
        assertThat(of("0123", "2222").quadraticWeightedKappa()).hasValue(0);
    }

    @Test
    void weighsTheDistanceEvenIfLevelsBetweenNeverOccur() {
        assertThat(of("0033", "0333").quadraticWeightedKappa()).hasValueCloseTo(0.5, within(1e-12));
        assertThat(of("0011", "0111").quadraticWeightedKappa()).hasValueCloseTo(0.5, within(1e-12));
        assertThat(of("0013", "0113").quadraticWeightedKappa().orElseThrow())
                .isGreaterThan(of("0013", "0313").quadraticWeightedKappa().orElseThrow());
    }

    @Test
    void takesMacroF1OverTheLevelsThatOccur() {
        // No: 2 of 2 and 2 of 3 found, so 4/5; Limited: never given, 0.
        assertThat(of("001", "000").macroF1()).hasValueCloseTo(0.4, within(1e-12));
    }

    @Test
    void isKappaWhateverTheWeightsOnTwoLevels() {
        ConfusionMatrix confusion =
                ConfusionMatrix.of(Ratings.of("3321003", "3012013"), Scale.PASS_FAIL);
        assertThat(confusion.quadraticWeightedKappa())
                .hasValueCloseTo(confusion.kappa().orElseThrow(), within(1e-12));
    }

    @Test
    void refusesCountsOfAnotherScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ConfusionMatrix(Scale.EXACT, List.of(List.of(1, 0), List.of(0, 1))));
    }

    private static ConfusionMatrix of(String people, String ai) {
        return ConfusionMatrix.of(Ratings.of(people, ai), Scale.EXACT);
    }
}
