package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredMeanTests {

    private record Case(String student, double value) {}

    @Test
    void isTheUsualStandardErrorWhereEachStudentIsACase() {
        ClusteredMean mean = of(new Case("a", 1), new Case("b", 2), new Case("c", 6));
        assertThat(mean.mean()).hasValue(3);
        assertThat(mean.standardError())
                .hasValueCloseTo(Math.sqrt((4 + 1 + 9) / 2.0 / 3), within(1e-12));
        assertThat(mean.clusters()).isEqualTo(3);
    }

    @Test
    void learnsNothingFromACopyOfAStudentsCases() {
        ClusteredMean once = of(new Case("a", 1), new Case("b", 2), new Case("c", 6));
        ClusteredMean tenfold =
                of(
                        IntStream.range(0, 30)
                                .mapToObj(index ->
                                        List.of(
                                                        new Case("a", 1),
                                                        new Case("b", 2),
                                                        new Case("c", 6))
                                                .get(index % 3))
                                .toArray(Case[]::new));
        assertThat(tenfold.standardError())
                .hasValueCloseTo(once.standardError().orElseThrow(), within(1e-12));
    }

    @Test
    void knowsNoSpreadOfOneStudent() {
        ClusteredMean mean = of(new Case("a", 1), new Case("a", 2));
        assertThat(mean.mean()).hasValue(1.5);
        assertThat(mean.standardError()).isEmpty();
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void givesNoIntervalWhereStudentsAreAllAlike() {
        ClusteredMean mean = of(new Case("a", .1), new Case("b", .1), new Case("c", .1));
        assertThat(mean.standardError()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void isUndefinedOfNoCases() {
        assertThat(of().mean()).isEmpty();
        assertThat(of().estimate().interval()).isEmpty();
    }

    private static ClusteredMean of(Case... cases) {
        return ClusteredMean.of(List.of(cases), Case::student, Case::value);
    }
}
