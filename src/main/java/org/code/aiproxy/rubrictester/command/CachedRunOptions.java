package org.code.aiproxy.rubrictester.command;

import java.util.List;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.RunOptions;
import org.code.aiproxy.rubrictester.run.Session;
import picocli.CommandLine.Option;

/** Which cached responses a command reads. */
final class CachedRunOptions {

    @Option(
            names = "--dataset-name",
            paramLabel = "NAME",
            description = "The labelled programs. Default: ${DEFAULT-VALUE}.")
    String dataset = RunOptions.DEFAULT_DATASET;

    @Option(
            names = "--lesson-names",
            split = ",",
            paramLabel = "LESSON",
            description =
                    "Lessons, separated by commas. Default: all of the experiment, or of the last one.")
    List<String> lessons = List.of();

    CachedRuns of(Session session, WorkingCopy workingCopy) {
        return new CachedRuns(session, workingCopy, dataset);
    }
}
