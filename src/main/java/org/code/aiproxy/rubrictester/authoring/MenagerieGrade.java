package org.code.aiproxy.rubrictester.authoring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.rubric.Label;

/**
 * A grade of the Menagerie set.
 *
 * @param assignment the program's number
 * @param grader who gave it, by number
 * @param skill the key concept
 * @param label what the grade comes to
 */
record MenagerieGrade(String assignment, String grader, String skill, Label label) {

    private static final Pattern LETTER = Pattern.compile("([ABCDF])(?:\\+{1,2}|-)?");

    /** What a letter comes to: A++ to A- the best, D and F the worst; empty if it isn't one. */
    static Optional<Label> label(String written) {
        Matcher matcher = LETTER.matcher(written);
        return matcher.matches()
                ? Optional.of(
                        switch (matcher.group(1)) {
                            case "A" -> Label.EXTENSIVE;
                            case "B" -> Label.CONVINCING;
                            case "C" -> Label.LIMITED;
                            default -> Label.NO;
                        })
                : Optional.empty();
    }
}
