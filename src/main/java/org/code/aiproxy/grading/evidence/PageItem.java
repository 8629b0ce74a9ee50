package org.code.aiproxy.grading.evidence;

import java.util.List;

/**
 * A place in a program that evidence shows to a teacher.
 *
 * @param first the first line, counted from 1
 * @param last the last line, inclusive
 * @param message what the lines show; possibly empty
 * @param snippets code that stands there, as evidence might quote it
 */
public record PageItem(int first, int last, String message, List<String> snippets) {

    public PageItem {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines " + first + " to " + last);
        }
        snippets = List.copyOf(snippets);
    }

    /** What an item on these lines begins with, such as {@code Lines 3-5:}. */
    String header() {
        return first == last ? "Line " + first + ":" : "Lines " + first + "-" + last + ":";
    }
}
