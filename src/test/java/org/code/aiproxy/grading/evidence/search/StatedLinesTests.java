package org.code.aiproxy.grading.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedLinesTests {

    @ParameterizedTest
    @CsvSource({"7, 4", "1, 4", "12, 10", "10, 10", "20, 10"})
    void knowsWhichOfItsRangesALineBelongsTo(int line, int first) {
        assertThat(StatedLines.parse("4-5, 10-12").nearestTo(line).first()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"10, 12", "12, 14", "14, 9", "9, 15", "15, 3"})
    void putsLinesInsideBeforeLinesOutside(int nearer, int farther) {
        StatedLines stated = StatedLines.parse("10-14");
        assertThat(stated.distanceTo(nearer)).isLessThan(stated.distanceTo(farther));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "3, 2, true"})
    void losesWhatTheProgramDoesNotHave(int lines, int last, boolean whole) {
        LineRange range = new LineRange(0, 2);
        assertThat(range.within(lines)).contains(new LineRange(1, last));
        assertThat(range.within(lines).orElseThrow().last() == 2).isEqualTo(whole);
        assertThat(new LineRange(4, 5).within(lines)).isEmpty();
    }
}
