package org.code.aiproxy.grading.evidence;

import java.util.List;
import org.code.aiproxy.grading.evidence.search.LineRange;

/**
 * An item of evidence that has been looked up in the program.
 *
 * @param lines its lines, all of them in the program
 * @param message what they show
 * @param snippets code of the program, none of it empty
 * @param corrected whether the lines are others than stated
 * @param unverified whether its message says that its code was not found
 */
record GroundedItem(
        LineRange lines,
        String message,
        List<String> snippets,
        boolean corrected,
        boolean unverified) {

    GroundedItem {
        snippets = List.copyOf(snippets);
    }

    /** What the teacher's page is to show of it. */
    PageItem shown() {
        return new PageItem(lines.first(), lines.last(), message, snippets);
    }
}
