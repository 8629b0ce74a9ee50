package org.code.aiproxy.rubrictester.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.Ratings;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.junit.jupiter.api.Test;

class PairedComparisonTests {

    private static final String PEOPLE = "0123" + "0123" + "0123";
    private static final List<Rating> BEFORE = Ratings.of(PEOPLE, "0123" + "0000" + "1123", 4);
    private static final List<Rating> AFTER = Ratings.of(PEOPLE, "0123" + "0120" + "1023", 4);

    @Test
    void countsWhatTurnedRightAndWhatTurnedWrong() {
        PairedComparison comparison = compare(BEFORE, AFTER);
        assertThat(comparison.ratings()).isEqualTo(new Changes(2, 1, 9));
        assertThat(comparison.difference().mean()).hasValueCloseTo(1 / 12.0, within(1e-12));
    }

    @Test
    void tellsWhichStudentsImprovedAndWhichWorsened() {
        PairedComparison comparison = compare(BEFORE, AFTER);
        assertThat(comparison.byStudent())
                .containsExactly(
                        entry("student_0", 4, 4),
                        entry("student_1", 1, 3),
                        entry("student_2", 3, 2));
        assertThat(comparison.byStudent().values())
                .extracting(PairedAccuracy::change)
                .containsExactly(Change.UNCHANGED, Change.IMPROVED, Change.WORSENED);
        assertThat(comparison.students()).isEqualTo(new Changes(1, 1, 1));
    }

    @Test
    void correctsTheTestOfEachKeyConceptForTheirNumber() {
        PairedComparison comparison =
                compare(
                        Ratings.of("0000000" + "0000000", "1111111" + "0000000"),
                        Ratings.of("0000000" + "0000000", "0000000" + "0000000"));
        ConceptComparison only = comparison.byKeyConcept().firstEntry().getValue();
        assertThat(only.changes()).isEqualTo(new Changes(7, 0, 7));
        assertThat(only.p()).isCloseTo(2 / 128.0, within(1e-12)).isEqualTo(only.adjustedP());

        PairedComparison ofFour = compare(BEFORE, AFTER);
        assertThat(ofFour.byKeyConcept())
                .containsOnlyKeys("Concept 0", "Concept 1", "Concept 2", "Concept 3");
        assertThat(ofFour.byKeyConcept().values())
                .allSatisfy(concept -> assertThat(concept.adjustedP()).isEqualTo(1));
    }

    @Test
    void staysWithinWhatIsPossible() {
        Interval interval =
                compare(Ratings.of("000", "100"), Ratings.of("000", "010"))
                        .interval()
                        .orElseThrow();
        assertThat(interval.low()).isBetween(-1.0, 0.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);

        Interval wide =
                compare(Ratings.of("000000", "111110"), Ratings.of("000000", "000001"))
                        .interval()
                        .orElseThrow();
        assertThat(wide.high()).isLessThanOrEqualTo(1);
        assertThat(compare(BEFORE, BEFORE).interval()).isEmpty();
    }

    @Test
    void givesTheDifferenceAnIntervalByStudent() {
        Interval interval = compare(BEFORE, AFTER).difference().interval().orElseThrow();
        assertThat(interval.low()).isNegative();
        assertThat(interval.high()).isPositive();
        assertThat(compare(BEFORE, BEFORE).difference().interval()).isEmpty();
    }

    @Test
    void leavesOutWhatOnlyOneLabelled() {
        PairedComparison comparison =
                compare(BEFORE.subList(0, 8), AFTER.subList(4, 12).reversed());
        assertThat(comparison.unpaired()).isEqualTo(8);
        assertThat(comparison.byStudent()).containsOnlyKeys("student_1");
    }

    @Test
    void comparesNothingWithNothing() {
        PairedComparison comparison = compare(List.of(), List.of());
        assertThat(comparison.ratings().n()).isZero();
        assertThat(comparison.ratings().mcNemarP()).isEqualTo(1);
        assertThat(comparison.difference().mean()).isEmpty();
        assertThat(comparison.byKeyConcept()).isEmpty();
    }

    @Test
    void refusesOtherLabelsOfPeopleAndRatingsThatComeTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(Ratings.of("0", "0"), Ratings.of("1", "0")))
                .withMessageContaining("student_0");
        List<Rating> twice = List.of(BEFORE.getFirst(), BEFORE.getFirst());
        assertThatIllegalArgumentException().isThrownBy(() -> compare(twice, AFTER));
    }

    private static PairedComparison compare(List<Rating> before, List<Rating> after) {
        return PairedComparison.of(before, after, Scale.EXACT);
    }

    private static Map.Entry<String, PairedAccuracy> entry(String student, int before, int after) {
        return Map.entry(
                student, new PairedAccuracy(new Proportion(before, 4), new Proportion(after, 4)));
    }
}
