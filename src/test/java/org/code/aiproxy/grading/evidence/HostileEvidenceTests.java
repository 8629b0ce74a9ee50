package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.code.aiproxy.grading.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to take long. Times are a guard against hanging, not a measure. */
class HostileEvidenceTests {

    private static final Duration HANGS = Duration.ofMinutes(1);
    private static final int LARGE_PROGRAM = 60_000;
    private static final int LARGE_EVIDENCE = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`",
                "`a",
                "`a a a b` ",
                "Line 1: ",
                "Line 1: a `a a a a a a c a a a a a a a a a` ",
                "Line 1: a `a",
                "Lines 1, ",
                "Lines 1-2, 5-6, 8 and 9: `a a` ",
                "Line ",
                "Line 1: `...` ",
                "...",
                ", ",
                " - ",
                "a ",
                "Line 1: `aaaaaaaaab aaaaaaaaac aaaaaaaaad` "
            })
    void readsAHundredThousandCharactersOf(String piece) {
        Grounding grounding = Grounding.in(new Program("a ".repeat(LARGE_PROGRAM / 2)));
        String evidence = "Line 1: " + piece.repeat(LARGE_EVIDENCE / piece.length());

        assertTimeoutPreemptively(HANGS, () -> grounding.ground(evidence));
    }

    @Test
    void readsAMillionBackticks() {
        Grounding grounding = Grounding.in(new Program("a();"));

        assertTimeoutPreemptively(HANGS, () -> grounding.ground("`".repeat(1_000_000)));
        assertTimeoutPreemptively(HANGS, () -> grounding.ground("Line 1: " + "`a".repeat(500_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a ", "(", "a\n", "`", "'\\", "/* ", "if (a) {\n", "aaaaaaaa", "\uD83D"})
    void preparesAMillionCharactersOf(String piece) {
        Program program = new Program(piece.repeat(1_000_000 / piece.length()));

        assertTimeoutPreemptively(
                HANGS, () -> Grounding.in(program).ground("Line 3: x `if (b) { a }`"));
    }

    @Test
    void marksWhatIsBeyondTheLimits() {
        Grounding grounding = Grounding.in(new Program("a();"));
        String evidence = "Line 1: x `a();` ".repeat(3_000).strip();

        GroundedEvidence grounded = grounding.ground(evidence);

        assertThat(grounded.items()).isEqualTo(3_000);
        assertThat(grounded.unverified()).isEqualTo(2_000);
    }
}
