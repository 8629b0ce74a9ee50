package org.code.aiproxy.rubrictester.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    people,     ai,         exact, passFail
                    EXTENSIVE,  EXTENSIVE,   0,     0
                    EXTENSIVE,  CONVINCING, -1,     0
                    LIMITED,    NO,         -1,     0
                    LIMITED,    CONVINCING,  1,     1
                    NO,         CONVINCING,  2,     2
                    EXTENSIVE,  LIMITED,    -2,    -2
                    NO,         EXTENSIVE,   3,     3
                    """)
    void countsLabelsWhereTheScaleTellsThemApart(Label people, Label ai, int exact, int passFail) {
        assertThat(new Comparison(people, ai, Scale.EXACT).error()).isEqualTo(exact);
        assertThat(new Comparison(people, ai, Scale.PASS_FAIL).error()).isEqualTo(passFail);
    }
}
