package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "Draw Loop, draw\u00a0 LOOP",
        "Draw Loop, Draw\u200bLoop",
        "A - B, A \u2013 B",
        "A - B, A \u2212 B",
        "A-B, A\u2011B",
        "Student's, Student\u2019s",
        "Student's, \u201cStudent\u00b4s\u201d",
        "Zo\u00eb, Zoe\u0308",
        "\uFF21\uFF11, A1",
    })
    void seesThroughWhatProgramsChangeOnTheirOwn(String one, String other) {
        assertThat(Spelling.of(one)).isEqualTo(Spelling.of(other));
        assertThat(Spelling.of(one).fits(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"A - B, A B", "A1, A2", "Loop, Loops", "Zoe, Zo\u00eb", "A_B, A-B"})
    void tellsNamesApart(String one, String other) {
        assertThat(Spelling.of(one)).isNotEqualTo(Spelling.of(other));
    }
}
