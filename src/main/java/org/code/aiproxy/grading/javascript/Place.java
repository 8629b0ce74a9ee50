package org.code.aiproxy.grading.javascript;

/**
 * A part of a student's program.
 *
 * @param firstLine the line it starts on, counted from 1
 * @param lastLine the line it ends on, inclusive
 * @param snippet its code as evidence quotes it: the first line, cut short if it is long
 */
public record Place(int firstLine, int lastLine, String snippet) {

    public Place {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("lines " + firstLine + " to " + lastLine);
        }
    }
}
