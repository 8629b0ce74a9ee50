package org.code.aiproxy.grading.evidence;

import java.util.List;
import org.code.aiproxy.grading.evidence.search.StatedLines;

/**
 * An item of evidence as a model states it, before anyone has looked at the program.
 *
 * @param lines the lines stated
 * @param message what they show, on one line; possibly empty
 * @param snippets the code quoted between backticks, none of it blank; the last ends with {@code
 *     ...} if its backtick was never closed
 */
record Claim(StatedLines lines, String message, List<String> snippets) {

    /** What the message of an item ends with that can't be found in the program. */
    private static final String UNVERIFIED = "(unverified)";

    Claim {
        snippets = List.copyOf(snippets);
    }

    /** Whether its message says that it could not be verified, as it does after grounding. */
    boolean isMarked() {
        return message.endsWith(UNVERIFIED);
    }

    /** The same without its code, and with a message that says so. */
    Claim unverified() {
        String marked =
                isMarked() ? message : message.isEmpty() ? UNVERIFIED : message + " " + UNVERIFIED;
        return new Claim(lines, marked, List.of());
    }
}
