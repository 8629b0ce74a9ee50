package org.code.aiproxy.grading.injection;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Text made from a program, each character with the line that it comes from. */
final class LinedText {

    private final StringBuilder text = new StringBuilder();
    private int[] lineAt = new int[256];

    void append(CharSequence some, int line) {
        for (int i = 0; i < some.length(); i++) {
            append(some.charAt(i), line);
        }
    }

    void append(char c, int line) {
        if (text.length() == lineAt.length) {
            lineAt = Arrays.copyOf(lineAt, lineAt.length * 2);
        }
        lineAt[text.length()] = line;
        text.append(c);
    }

    /** Appends a space, unless there is one or nothing is before it. */
    void space(int line) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            append(' ', line);
        }
    }

    /** The line of the character at an index. */
    int lineAt(int index) {
        return lineAt[index];
    }

    /** Passes on the lines of the characters in a range, each line once. */
    void forEachLine(int start, int end, IntConsumer lines) {
        for (int i = start; i < end; i++) {
            if (i == start || lineAt[i] != lineAt[i - 1]) {
                lines.accept(lineAt[i]);
            }
        }
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    /** The same backwards. */
    LinedText reversed() {
        LinedText reversed = new LinedText();
        for (int i = text.length() - 1; i >= 0; i--) {
            reversed.append(text.charAt(i), lineAt[i]);
        }
        return reversed;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
