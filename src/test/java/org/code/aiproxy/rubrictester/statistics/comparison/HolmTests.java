package org.code.aiproxy.rubrictester.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTests {

    @Test
    void leavesASingleTestAsItIs() {
        assertThat(Holm.adjusted(List.of(0.03))).containsExactly(0.03);
    }

    @Test
    void goesNoHigherThanOne() {
        assertThat(Holm.adjusted(List.of(1.0, 0.75))).containsExactly(1.0, 1.0);
    }

    @Test
    void takesEqualValuesAlike() {
        assertThat(Holm.adjusted(List.of(0.25, 0.25, 0.25))).containsOnly(0.75);
    }

    @Test
    void correctsNothingOfNoTests() {
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }
}
