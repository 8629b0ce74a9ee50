package org.code.aiproxy.rubrictester.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.junit.jupiter.api.Test;

class BarProgressTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void keepsStudentsLinesAboveTheBar() {
        BarProgress progress = new BarProgress(new PrintWriter(printed));
        progress.begins(experiment(), 1);
        progress.finishes(
                new Failed("student_1", "OpenAI failed.", Usage.NONE, List.of()), new Spending());
        progress.ends();

        // What a terminal shows of a line is what follows its last carriage return.
        List<String> lines =
                printed.toString()
                        .lines()
                        .map(line -> line.substring(line.lastIndexOf('\r') + 1))
                        .map(line -> line.replace("\u001b[2K", ""))
                        .toList();
        assertThat(lines).contains("student_1 request failed: OpenAI failed.");
        assertThat(lines.getLast())
                .startsWith("csd3-2023-L18 100% |")
                .contains("1/1", "1 failed, 0 tokens, 0.00 USD");
    }

    private static LessonExperiment experiment() {
        return LessonExperiment.read(
                "offline-baseline",
                "csd3-2023-L18",
                Path.of("samples/experiments/offline-baseline/csd3-2023-L18"),
                SpecOverrides.NONE);
    }
}
