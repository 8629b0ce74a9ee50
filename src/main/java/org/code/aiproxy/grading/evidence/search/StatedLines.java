package org.code.aiproxy.grading.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that an item states, as models list them: {@code 4}, {@code 4-6}, {@code 4, 5 and 9 to
 * 12}.
 *
 * @param ranges at least one, in the order stated
 */
public record StatedLines(List<LineRange> ranges) {

    private static final String NUMBER = "\\d{1,9}+(?!\\d)";
    private static final String SPACE = "\\s{0,3}+";
    private static final String TO = SPACE + "(?:[-‐‑‒–—]|to\\b|through\\b)" + SPACE;
    private static final String AND =
            SPACE + "(?:,(?:" + SPACE + "and\\b)?+|&|and\\b)" + SPACE + "(?:[Ll]ines?\\s)?+";

    /** More than anyone lists; they bound the time for an item. */
    private static final int MOST_RANGES = 50;

    /** A regular expression for the whole list, without groups. */
    public static final String REGEX =
            NUMBER + "(?:(?:" + TO + "|" + AND + ")" + NUMBER + "){0," + MOST_RANGES + "}+";

    private static final Pattern RANGE =
            Pattern.compile("(" + NUMBER + ")(?:" + TO + "(" + NUMBER + "))?+");

    public StatedLines {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("no lines");
        }
    }

    /** Reads a list that {@link #REGEX} matches; ranges that follow on each other become one. */
    public static StatedLines parse(String list) {
        List<LineRange> ranges = new ArrayList<>();
        Matcher range = RANGE.matcher(list);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            append(ranges, LineRange.between(first, last));
        }
        return new StatedLines(ranges);
    }

    private static void append(List<LineRange> ranges, LineRange next) {
        boolean follows = !ranges.isEmpty() && ranges.getLast().last() + 1 == next.first();
        ranges.add(follows ? new LineRange(ranges.removeLast().first(), next.last()) : next);
    }

    /**
     * How far a line is from what was stated, for comparison: first of all from the nearest range,
     * then from where that begins.
     */
    long distanceTo(int line) {
        return distance(nearestTo(line), line);
    }

    /** The range that a line is in, or else the nearest; of several, that which begins nearest. */
    public LineRange nearestTo(int line) {
        LineRange nearest = ranges.getFirst();
        for (LineRange range : ranges) {
            if (distance(range, line) < distance(nearest, line)) {
                nearest = range;
            }
        }
        return nearest;
    }

    private static long distance(LineRange range, int line) {
        return ((long) range.distanceTo(line) << Integer.SIZE) + Math.abs(range.first() - line);
    }
}
