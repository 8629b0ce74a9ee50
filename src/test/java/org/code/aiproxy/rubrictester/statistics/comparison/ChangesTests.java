package org.code.aiproxy.rubrictester.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTests {

    /** The ways of so many changes, and the products on the way to them, still fit a long. */
    private static final int MOST_CHANGED = 50;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 50, 1",
        "1, 0, 50, 1",
        "3, 3, 0, 1",
        "5, 0, 9, 0.0625",
        "0, 5, 9, 0.0625",
        "8, 2, 0, 0.109375",
        "2, 1, 0, 1",
        "1, 2, 0, 1",
        "5, 14, 0, 0.063568115234375",
        "14, 5, 0, 0.063568115234375"
    })
    void testsWhetherChangesAreForTheBetterAsOftenAsForTheWorse(
            int improved, int worsened, int unchanged, double p) {
        assertThat(new Changes(improved, worsened, unchanged).mcNemarP())
                .isCloseTo(p, within(1e-12));
    }

    @Test
    void countsAllWaysThatAreAsUnequalHoweverManyChanged() {
        for (int changed = 1; changed <= MOST_CHANGED; changed++) {
            for (int improved = 0; improved <= changed; improved++) {
                assertThat(new Changes(improved, changed - improved, 0).mcNemarP())
                        .describedAs("%d of %d", improved, changed)
                        .isCloseTo(shareAsUnequal(changed, improved), within(1e-12));
            }
        }
    }

    private static double shareAsUnequal(int changed, int improved) {
        long ways = 0;
        long ofAsMany = 1;
        for (int other = 0; other <= changed; other++) {
            if (Math.abs(2 * other - changed) >= Math.abs(2 * improved - changed)) {
                ways += ofAsMany;
            }
            ofAsMany = ofAsMany * (changed - other) / (other + 1);
        }
        return ways / Math.pow(2, changed);
    }
}
