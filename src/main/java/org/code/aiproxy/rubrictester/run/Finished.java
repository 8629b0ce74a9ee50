package org.code.aiproxy.rubrictester.run;

import java.nio.file.Path;
import org.code.aiproxy.rubrictester.experiment.LessonResult;

/**
 * A lesson of a run that is over.
 *
 * @param job what was asked for
 * @param result what came of it
 */
record Finished(Job job, LessonResult result) {

    /** Where its reports go. */
    Path output(RunOptions options) {
        return job.output(options);
    }
}
