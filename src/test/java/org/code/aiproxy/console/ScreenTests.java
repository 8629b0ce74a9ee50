package org.code.aiproxy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTests {

    @ParameterizedTest
    @CsvSource({
        "true, AUTO, '', true",
        "true, AUTO, 1, false",
        "false, AUTO, '', false",
        "false, ALWAYS, 1, true",
        "true, NEVER, '', false",
    })
    void isColouredWhereATerminalIsOrTheCommandLineSaysSo(
            boolean isTerminal, ColorChoice choice, String noColor, boolean isColoured) {
        assertThat(Screen.of(isTerminal, Optional.of(60), choice, noColor).isColoured())
                .isEqualTo(isColoured);
    }

    @Test
    void breaksSentencesBetweenWordsForPeopleOnly() {
        String sentence =
                "Reports are in experiments/a-long-name/csd3-2023-L11/output of this folder";

        assertThat(Screen.PLAIN.shown(Tone.PLAIN, sentence)).isEqualTo(sentence);
        assertThat(new Screen(true, 40, false).shown(Tone.PLAIN, sentence))
                .isEqualTo(
                        """
                        Reports are in
                          experiments/a-long-name/csd3-2023-L11/output
                          of this folder\
                        """);
    }

    @Test
    void coloursWhatIsHarmless() {
        Screen screen = new Screen(false, 100, true);

        assertThat(screen.shown(Tone.BAD, "student\u001b[2J failed"))
                .isEqualTo("\u001b[31mstudent[U+001B][2J failed\u001b[0m");
        assertThat(screen.shown(Tone.PLAIN, "plain")).isEqualTo("plain");
    }
}
