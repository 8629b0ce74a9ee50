package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {

    private static final List<String> NAMES =
            List.of("sample-2026", "sample-json", "offline-baseline", "csd3-2023-L11");

    @ParameterizedTest
    @CsvSource({
        "sampel-2026, sample-2026",
        "SAMPLE-2026, sample-2026",
        "baseline, offline-baseline",
        "ofline-baselin, offline-baseline",
        "csd3-2023-L1, csd3-2023-L11",
    })
    void findsWhatIsMeant(String written, String meant) {
        assertThat(Nearest.to(written, NAMES)).startsWith(meant);
    }

    @Test
    void asksNothingWhereNothingIsNear() {
        assertThat(Nearest.question("compare", NAMES)).isEmpty();
        assertThat(Nearest.question("sample", NAMES))
                .isEqualTo(" Did you mean sample-2026 or sample-json?");
    }
}
