package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lines 4, 5, 6: a | Lines 4-6: a",
                "Lines 1,2,3: b | Lines 1-3: b",
                "Lines 4, 6: a | Lines 4, 6: a",
                "Lines 4, 5, 6 and on | Lines 4, 5, 6 and on",
                "Line 7: a Lines 8, 9: b | Line 7: a Lines 8-9: b",
                "```x``` | `x`",
            })
    void normalises(String evidence, String expected) {
        assertThat(EvidenceText.normalise(evidence)).isEqualTo(expected);
    }

    @Test
    void putsAllOnOneLine() {
        assertThat(EvidenceText.normalise("Line 1: a\r\nLine 2: b\nLine 3: c"))
                .isEqualTo("Line 1: a Line 2: b Line 3: c");
    }
}
