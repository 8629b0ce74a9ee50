package org.code.aiproxy.rubrictester.terminal;

import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;

/** What became of a student, in the words that the tool's users know. */
final class ResultLine {

    private ResultLine() {}

    static String of(StudentResult result) {
        return switch (result) {
            case Graded graded when graded.cached() -> graded.student() + " response was cached.";
            case Graded graded ->
                    "%s request succeeded in %.0f seconds. %d tokens used.%s"
                            .formatted(
                                    graded.student(),
                                    graded.program().seconds(),
                                    graded.program().usage().totalTokens(),
                                    invalid(graded.program().responses().invalid()));
            case Failed failed ->
                    "%s request failed: %s".formatted(failed.student(), failed.problem());
            case NotRun notRun ->
                    "%s was not asked about: %s".formatted(notRun.student(), notRun.reason());
        };
    }

    private static String invalid(int responses) {
        return responses == 0 ? "" : " Responses that could not be used: %d.".formatted(responses);
    }
}
