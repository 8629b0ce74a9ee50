package org.code.aiproxy.rubrictester.statistics.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoincidencesTests {

    /** A row for each observer, a column for each unit, 0 where there is no value. */
    private static final List<String> KRIPPENDORFFS =
            List.of("123321412000", "123322412503", "033323422510", "123324412510");

    /** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D. */
    @Test
    void equalsKrippendorffsWorkedExample() {
        assertThat(sum(KRIPPENDORFFS, 5).ordinalAlpha().orElseThrow())
                .isEqualTo(0.815, within(5e-4));
        assertThat(sum(KRIPPENDORFFS, 5).ordinalAlpha().orElseThrow())
                .as("the Python package krippendorff 0.8")
                .isEqualTo(0.8153875037548814, within(1e-12));
    }

    @Test
    void isOneWhereAllAgreeAndUndefinedWhereNothingVaries() {
        assertThat(sum(List.of("123", "123"), 4).ordinalAlpha()).hasValue(1);
        assertThat(sum(List.of("222", "222"), 4).ordinalAlpha()).isEmpty();
        assertThat(sum(List.of("123", "000"), 4).ordinalAlpha()).isEmpty();
    }

    @Test
    void isNegativeWhereGradersContradictEachOther() {
        assertThat(sum(List.of("1414", "4141"), 4).ordinalAlpha().orElseThrow()).isNegative();
    }

    private static Coincidences sum(List<String> observers, int levels) {
        Coincidences sum = Coincidences.none(levels);
        for (int unit = 0; unit < observers.getFirst().length(); unit++) {
            List<Integer> given = new ArrayList<>();
            for (String observer : observers) {
                Stream.of(observer.charAt(unit) - '1').filter(it -> it >= 0).forEach(given::add);
            }
            sum = sum.plus(Coincidences.of(given, levels));
        }
        return sum;
    }
}
