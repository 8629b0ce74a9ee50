package org.code.aiproxy.rubrictester.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.evaluation.Thresholds.Check;
import org.code.aiproxy.rubrictester.experiment.StopSignal;
import org.code.aiproxy.rubrictester.report.file.Metrics;
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
    private final int version;
    private final List<LessonReport> reports = new ArrayList<>();
    private final List<Job> notBegun = new ArrayList<>();

    /**
     * @param version the run's number
     */
    RunOutcome(RunOptions options, PrintWriter out, Progress progress, int version) {
        this.version = version;
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /** A lesson is done with: its reports are written, and what it comes to is said at once. */
    void ends(Finished lesson, StopSignal stop) {
        LessonReport report = new LessonReport(lesson, options);
        reports.add(report);
        report.write(version);
        if (!stop.isGiven() || !report.isIncomplete()) {
            report.notes().forEach(progress::notes);
        }
    }

    /** The run was stopped before a lesson's turn came. */
    void skips(Job lesson) {
        notBegun.add(lesson);
    }

    /** Says where the reports are, or how far a run came that was stopped; returns the status. */
    int end(StopSignal stop) {
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
            new StoppedRun(reports, notBegun).notes(stop.reason()).forEach(progress::notes);
        } else {
            progress.notes(
                    "%s. The run is kept as %s@%d."
                            .formatted(LessonReport.place(reports), options.experiment, version));
        }
        return status();
    }

    private int status() {
        if (!notBegun.isEmpty() || reports.stream().anyMatch(LessonReport::isIncomplete)) {
            return ExitStatus.SOME_FAILED;
        }
        boolean allMet =
                reports.stream().flatMap(it -> it.checks().stream()).allMatch(Check::isMet);
        return allMet ? ExitStatus.OK : ExitStatus.THRESHOLDS_MISSED;
    }
}
