package org.code.aiproxy.rubrictester.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.console.Tone;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;

/**
 * What to print of students: all, or those that need a person, and of many with the same problem
 * the first. Not thread-safe.
 */
final class StudentNotes {

    private final boolean verbose;

    /** How many more students have a problem that was printed. */
    private final Map<String, Integer> more = new LinkedHashMap<>();

    /**
     * @param verbose whether to print a line for each student
     */
    StudentNotes(boolean verbose) {
        this.verbose = verbose;
    }

    boolean isVerbose() {
        return verbose;
    }

    /** What to print now. */
    Optional<Note> of(StudentResult result) {
        if (verbose) {
            return Optional.of(full(result));
        }
        return result instanceof Failed failed && isFirst("request failed: " + failed.problem())
                ? Optional.of(full(failed))
                : Optional.empty();
    }

    /** What to print now of something that may be so of many students. */
    Optional<Note> of(String student, String sentence) {
        return verbose || isFirst(sentence)
                ? Optional.of(new Note(Tone.WARNING, "%s: %s".formatted(student, sentence)))
                : Optional.empty();
    }

    /** What to print when the lesson ends; forgets it. */
    List<Note> rest() {
        List<Note> notes =
                more.entrySet().stream()
                        .filter(it -> it.getValue() > 0)
                        .map(it ->
                                new Note(
                                        Tone.WARNING,
                                        "and %d more: %s".formatted(it.getValue(), it.getKey())))
                        .toList();
        more.clear();
        return notes;
    }

    private boolean isFirst(String problem) {
        return more.merge(problem, 0, (before, _) -> before + 1) == 0;
    }

    /** In the words that the tool's users know. */
    private static Note full(StudentResult result) {
        return switch (result) {
            case Graded graded when graded.cached() ->
                    Note.plain(graded.student() + " response was cached.");
            case Graded graded ->
                    Note.plain(
                            "%s request succeeded in %.0f seconds. %d tokens used.%s"
                                    .formatted(
                                            graded.student(),
                                            graded.program().seconds(),
                                            graded.program().usage().totalTokens(),
                                            invalid(graded.program().responses().invalid())));
            case Failed failed ->
                    new Note(
                            Tone.BAD,
                            "%s request failed: %s".formatted(failed.student(), failed.problem()));
            case NotRun notRun ->
                    Note.plain(
                            "%s was not asked about: %s"
                                    .formatted(notRun.student(), notRun.reason()));
        };
    }

    private static String invalid(int responses) {
        return responses == 0 ? "" : " Responses that could not be used: %d.".formatted(responses);
    }
}
