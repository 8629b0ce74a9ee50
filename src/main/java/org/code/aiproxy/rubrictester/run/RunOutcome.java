package org.code.aiproxy.rubrictester.run;

import java.io.PrintWriter;
import java.util.List;
import org.code.aiproxy.rubrictester.evaluation.Thresholds.Check;
import org.code.aiproxy.rubrictester.experiment.StopSignal;
import org.code.aiproxy.rubrictester.report.file.Metrics;
import org.code.aiproxy.rubrictester.terminal.ExitStatus;
import org.code.aiproxy.rubrictester.terminal.Progress;
import org.code.aiproxy.textfile.Visible;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run's results say: written to files, told to a person, and summed up in a status. */
final class RunOutcome {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RunOptions options;
    private final PrintWriter out;
    private final Progress progress;

    RunOutcome(RunOptions options, PrintWriter out, Progress progress) {
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /** Returns the exit status. */
    int report(List<Finished> lessons, StopSignal stop) {
        List<LessonReport> reports =
                lessons.stream().map(lesson -> new LessonReport(lesson, options)).toList();
        for (LessonReport report : reports) {
            report.write();
            report.sentences().forEach(progress::notes);
        }
        if (options.json) {
            out.println(
                    Visible.json(
                            MAPPER.writeValueAsString(
                                    reports.stream()
                                            .map(LessonReport::evaluation)
                                            .map(Metrics::of)
                                            .toList())));
            out.flush();
        }
        if (stop.isGiven()) {
            progress.notes(stop.reason() + " The same command with -c goes on from here.");
        }
        return status(reports);
    }

    private static int status(List<LessonReport> reports) {
        if (reports.stream().anyMatch(LessonReport::isIncomplete)) {
            return ExitStatus.SOME_FAILED;
        }
        boolean allMet =
                reports.stream().flatMap(it -> it.checks().stream()).allMatch(Check::isMet);
        return allMet ? ExitStatus.OK : ExitStatus.THRESHOLDS_MISSED;
    }
}
