package org.code.aiproxy.rubrictester;

import java.io.PrintWriter;
import java.util.List;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.StopSignal;

/** Writes what a run's results say, and tells where. */
final class Outcome {

    private final PrintWriter out;
    private final Progress progress;

    Outcome(PrintWriter out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Returns the exit status. */
    int report(List<Finished> lessons, StopSignal stop) {
        for (Finished lesson : lessons) {
            LessonResult result = lesson.result();
            progress.notes(
                    "%s: %d of %d programs were labelled."
                            .formatted(
                                    result.experiment().id(),
                                    result.graded().size(),
                                    result.results().size()));
        }
        if (stop.isGiven()) {
            progress.notes(stop.reason() + " Go on with -c.");
        }
        out.flush();
        boolean someFailed = lessons.stream().anyMatch(it -> !it.result().failed().isEmpty());
        return someFailed ? ExitStatus.SOME_FAILED : ExitStatus.OK;
    }
}
