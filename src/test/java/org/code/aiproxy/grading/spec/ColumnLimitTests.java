package org.code.aiproxy.grading.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnLimitTests {

    private static final ColumnLimit LIMIT = new ColumnLimit(1000);

    @Test
    void leavesShortTextsAlone() {
        assertThat(LIMIT.evidence("Line 1: a Line 2: b")).isEqualTo("Line 1: a Line 2: b");
        assertThat(LIMIT.prose("It is so. It is.")).isEqualTo("It is so. It is.");
    }

    @Test
    void leavesOutWholeItemsFromTheEndAndSaysHowMany() {
        String evidence =
                IntStream.rangeClosed(1, 100)
                        .mapToObj("Line %d: Draws a shape `rect(1, 2)`"::formatted)
                        .collect(Collectors.joining(" "));

        String fit = LIMIT.evidence(evidence);

        assertThat(bytes(fit)).isLessThanOrEqualTo(1000);
        assertThat(fit).endsWith("`rect(1, 2)` (74 more places left out)");
        assertThat(evidence).startsWith(fit.substring(0, fit.lastIndexOf(" (")));
    }

    @Test
    void leavesOutWholeSentencesFromTheEnd() {
        String reason = "The program draws a shape. ".repeat(100);

        assertThat(LIMIT.prose(reason))
                .startsWith("The program draws a shape. The")
                .endsWith("a shape. (65 more sentences left out)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀", "Line"})
    void neverCutsACharacterInHalf(String character) {
        String text = character.repeat(5000);

        String fit = LIMIT.prose(text);

        assertThat(bytes(fit)).isBetween(900, 1000);
        assertThat(new String(fit.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(fit);
    }

    @Test
    void holdsWhatMySqlsTextHolds() {
        String evidence = "Line 1: ❤ `rect(1, 2)` ".repeat(10_000);
        assertThat(bytes(ColumnLimit.MYSQL_TEXT.evidence(evidence))).isBetween(65_000, 65_535);
        assertThat(ColumnLimit.of(0).evidence(evidence)).isEqualTo(evidence);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
