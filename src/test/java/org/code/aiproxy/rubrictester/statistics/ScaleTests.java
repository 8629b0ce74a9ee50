package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.code.aiproxy.grading.rubric.Label;
import org.junit.jupiter.api.Test;

class ScaleTests {

    @Test
    void numbersLabelsFromTheWorst() {
        assertThat(Label.values()).extracting(Scale.EXACT::number).containsExactly(3, 2, 1, 0);
        assertThat(Label.values()).extracting(Scale.PASS_FAIL::number).containsExactly(1, 1, 0, 0);
        assertThat(Scale.EXACT.levels().get(Scale.EXACT.number(Label.LIMITED)))
                .isEqualTo(Label.LIMITED.text());
    }
}
