package org.code.aiproxy.rubrictester.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarProgressTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void keepsLinesAboveTheBarAndRemovesItAtTheEnd() {
        BarProgress progress = progress(100);
        progress.begins(experiment(), 1);
        progress.finishes(failed("student_1"), new Spending());
        progress.ends();

        assertThat(shownLines()).containsExactly("student_1 request failed: OpenAI failed.", "");
        assertThat(printed.toString())
                .contains("csd3-2023-L18 100% |", "1/1", "1 failed, 0 tokens, 0.00 USD");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void staysWithinTheTerminal(int columns) {
        BarProgress progress = progress(columns);
        progress.begins(experiment(), 1);
        progress.finishes(failed("student_1"), new Spending());
        progress.ends();
        progress.fetched("experiments/an-experiment-with-a-rather-long-name/csd3-2023-L18", 1, 1);

        assertThat(printed.toString().replace("\u001b[2K", "").split("[\r\n]", -1))
                .allMatch(line -> line.length() < columns)
                .anyMatch(line -> line.contains("1 failed, "));
    }

    @Test
    void standsStillWhereNothingIsBegun() {
        BarProgress progress = progress(80);
        progress.begins(experiment(), 1);
        progress.finishes(new NotRun("student_1", "Interrupted."), new Spending());
        progress.ends();

        assertThat(printed.toString()).contains("0/1").doesNotContain("100%", "student_1");
    }

    private BarProgress progress(int columns) {
        return new BarProgress(
                new PrintWriter(printed),
                new Screen(true, columns, false),
                new StudentNotes(false));
    }

    private static Failed failed(String student) {
        return new Failed(student, "OpenAI failed.", Usage.NONE, List.of());
    }

    /** What a terminal shows of a line is what follows its last carriage return. */
    private List<String> shownLines() {
        return Stream.of(printed.toString().replace("\u001b[2K", "").split("\n", -1))
                .map(line -> line.substring(line.lastIndexOf('\r') + 1))
                .toList();
    }

    private static LessonExperiment experiment() {
        return LessonExperiment.read(
                "offline-baseline",
                "csd3-2023-L18",
                Path.of("samples/experiments/offline-baseline/csd3-2023-L18"),
                SpecOverrides.NONE);
    }
}
