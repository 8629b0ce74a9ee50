package org.code.aiproxy.grading.javascript;

import java.util.Arrays;

/** The lines of a program, which end with LF, CR or both. */
final class LineIndex {

    private static final int LONGEST_SNIPPET = 100;
    private static final String CUT = " ... ";

    private final String code;
    private final int[] starts;

    LineIndex(String code) {
        this.code = code;
        int[] found = new int[16];
        int count = 1;
        for (int at = 0; at < code.length(); at++) {
            if (endsLine(at)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = at + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** The part of the program between two offsets, at least one character long. */
    Place place(int start, int end) {
        int last = Math.max(start, end - 1);
        return new Place(lineOf(start), lineOf(last), snippet(start, end));
    }

    /** A backtick ends a snippet too, because evidence quotes snippets between backticks. */
    private String snippet(int start, int end) {
        int stop = start;
        while (stop < end && !endsLine(stop) && code.charAt(stop) != '`') {
            if (stop - start == LONGEST_SNIPPET) {
                return code.substring(start, stop).strip() + CUT;
            }
            stop++;
        }
        return code.substring(start, stop).strip();
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private boolean endsLine(int at) {
        char c = code.charAt(at);
        return c == '\n' || (c == '\r' && !code.startsWith("\n", at + 1));
    }
}
