package org.code.aiproxy.rubrictester.statistics.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.junit.jupiter.api.Test;

class CeilingTests {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final long SEED = 1;
    private static final List<Label> LEVELS =
            List.of(Label.NO, Label.LIMITED, Label.CONVINCING, Label.EXTENSIVE);

    /** Student, key concept, people's levels, the AI's. */
    private static final String SAMPLE =
            """
            0 0 132 1
            0 1 1 1
            1 0 0101 1
            1 1 32 1
            2 0 1100 1
            2 1 11 1
            3 0 11 1
            3 1 2 2
            4 0 10 1
            4 1 2 1
            5 0 232 2
            5 1 3232 3
            6 0 3 3
            6 1 3 2
            7 0 01 1
            7 1 231 3
            8 0 131 2
            8 1 222 3
            9 0 000 0
            9 1 210 0
            10 0 3 3
            10 1 332 1
            11 0 0000 0
            11 1 10 0
            """;

    /** scikit-learn 1.7 ({@code cohen_kappa_score}), and the Python package krippendorff 0.8. */
    @Test
    void equalsReferenceValues() {
        Ceilings ceilings = Ceilings.of(List.of("0", "1"), sample(), Scale.EXACT, SEED);

        Ceiling all = ceilings.overall();
        assertThat(all.judgements()).isEqualTo(18);
        assertThat(all.students()).isEqualTo(11);
        assertThat(value(all.people().equal())).isEqualTo(0.42592592592592593, EXACTLY);
        assertThat(value(all.people().quadraticWeightedKappa()))
                .isEqualTo(0.6426927502876869, EXACTLY);
        assertThat(value(all.ai().equal())).isEqualTo(0.4807692307692308, EXACTLY);
        assertThat(value(all.ai().quadraticWeightedKappa())).isEqualTo(0.6014986376021798, EXACTLY);
        assertThat(value(all.difference()))
                .isEqualTo(0.6014986376021798 - 0.6426927502876869, EXACTLY);
        assertThat(value(all.alpha())).isEqualTo(0.6398292364201454, EXACTLY);
        assertThat(value(all.alphaWithAi())).isEqualTo(0.6328039314598148, EXACTLY);
        Ceiling first = ceilings.byKeyConcept().firstEntry().getValue();
        assertThat(value(first.people().quadraticWeightedKappa()))
                .isEqualTo(0.5595482546201231, EXACTLY);
        assertThat(value(first.alpha())).isEqualTo(0.5740029037492527, EXACTLY);
    }

    @Test
    void equalsReferenceValuesOfPassAndFail() {
        Ceiling all = Ceiling.of(sample(), Scale.PASS_FAIL, SEED);

        assertThat(value(all.people().equal())).isEqualTo(0.8518518518518519, EXACTLY);
        assertThat(value(all.ai().quadraticWeightedKappa())).isEqualTo(0.5431309904153354, EXACTLY);
        assertThat(value(all.alpha())).isEqualTo(0.6866359447004609, EXACTLY);
        assertThat(value(all.alphaWithAi())).isEqualTo(0.5979020979020979, EXACTLY);
    }

    @Test
    void leavesOutWhatOnePersonLabelled() {
        Ceiling none =
                Ceiling.of(
                        List.of(new Judgement("a", "0", List.of(Label.NO), Label.NO)),
                        Scale.EXACT,
                        SEED);

        assertThat(none.judgements()).isZero();
        assertThat(none.alpha().value()).isEmpty();
        assertThat(none.standing()).isEqualTo(Standing.UNCLEAR);
    }

    @Test
    void saysWhereAnAiOfKnownQualityStands() {
        assertThat(simulated(200, 1).standing()).isEqualTo(Standing.WITHIN);
        assertThat(simulated(200, 3).standing()).isEqualTo(Standing.BELOW);
        assertThat(simulated(12, 1).standing()).isEqualTo(Standing.UNCLEAR);
    }

    @Test
    void hasIntervalsThatHoldItsFigures() {
        Ceiling all = Ceiling.of(sample(), Scale.EXACT, SEED);
        for (var estimate :
                List.of(
                        all.people().equal(),
                        all.people().quadraticWeightedKappa(),
                        all.ai().quadraticWeightedKappa(),
                        all.difference(),
                        all.alpha(),
                        all.alphaWithAi())) {
            Interval interval = estimate.interval().orElseThrow();
            assertThat(value(estimate)).isBetween(interval.low(), interval.high());
        }
    }

    /** Graders are off by a level now and then, as is the AI, which errs so many times as often. */
    private static Ceiling simulated(int students, int errors) {
        Random random = new Random(20_261);
        List<Judgement> judgements = new ArrayList<>();
        for (int student = 0; student < students; student++) {
            int truth = random.nextInt(4);
            List<Label> people = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                people.add(LEVELS.get(off(truth, 1, random)));
            }
            judgements.add(
                    new Judgement(
                            "s" + student, "0", people, LEVELS.get(off(truth, errors, random))));
        }
        return Ceiling.of(judgements, Scale.EXACT, SEED);
    }

    private static int off(int truth, int errors, Random random) {
        int level = truth;
        for (int i = 0; i < errors; i++) {
            level = Math.clamp(level + random.nextInt(3) - 1, 0, 3);
        }
        return level;
    }

    private static List<Judgement> sample() {
        return SAMPLE.lines()
                .map(line -> line.split(" "))
                .map(it ->
                        new Judgement(
                                it[0],
                                it[1],
                                it[2].chars().mapToObj(level -> LEVELS.get(level - '0')).toList(),
                                LEVELS.get(it[3].charAt(0) - '0')))
                .toList();
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }
}
