package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 50, 1",
        "1, 0, 50, 1",
        "3, 3, 0, 1",
        "5, 0, 9, 0.0625",
        "0, 5, 9, 0.0625",
        "8, 2, 0, 0.109375"
    })
    void testsWhetherChangesAreForTheBetterAsOftenAsForTheWorse(
            int improved, int worsened, int unchanged, double p) {
        assertThat(new Changes(improved, worsened, unchanged).mcNemarP())
                .isCloseTo(p, within(1e-12));
    }
}
