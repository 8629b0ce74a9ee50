package org.code.aiproxy.grading.evidence.search;

import java.util.Collection;
import java.util.Optional;

/**
 * Lines of a program as they are stated or found.
 *
 * @param first the first line; a program's first line is 1
 * @param last the last line, not before the first
 */
public record LineRange(int first, int last) {

    public LineRange {
        if (first > last) {
            throw new IllegalArgumentException("lines %d-%d".formatted(first, last));
        }
    }

    /** The range between two lines, whichever comes first. */
    static LineRange between(int one, int other) {
        return new LineRange(Math.min(one, other), Math.max(one, other));
    }

    /** From the first to the last line of some ranges, at least one. */
    public static LineRange spanning(Collection<LineRange> ranges) {
        return new LineRange(
                ranges.stream().mapToInt(LineRange::first).min().orElseThrow(),
                ranges.stream().mapToInt(LineRange::last).max().orElseThrow());
    }

    /** Whether a line is in it. */
    public boolean contains(int line) {
        return first <= line && line <= last;
    }

    /** How many lines a line is away from the range; 0 inside it. */
    int distanceTo(int line) {
        return line < first ? first - line : Math.max(0, line - last);
    }

    /** The part of it that a program of so many lines has. */
    public Optional<LineRange> within(int lines) {
        int from = Math.max(first, 1);
        int to = Math.min(last, lines);
        return from <= to ? Optional.of(new LineRange(from, to)) : Optional.empty();
    }
}
