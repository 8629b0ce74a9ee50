package org.code.aiproxy.evidence;

import java.util.List;
import java.util.stream.Collectors;

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

    /** The item as the teacher's page reads it: {@code Line 3: Creates a sprite `var p = …`}. */
    String text() {
        String code = snippets.stream().map(s -> " `" + s + "`").collect(Collectors.joining());
        return lines.header() + (message.isEmpty() ? "" : " " + message) + code;
    }
}
