package org.code.aiproxy.feature;

/**
 * A part of a student's program.
 *
 * @param firstLine the line it starts on, counted from 1
 * @param lastLine the line it ends on, inclusive
 * @param code the program's own text there, with its line breaks
 */
public record Place(int firstLine, int lastLine, String code) {

    private static final int LONGEST_SNIPPET = 100;
    private static final String CUT = " ... ";

    public Place {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("lines " + firstLine + " to " + lastLine);
        }
    }

    /**
     * The first line of the code, cut short if it is long. A backtick ends it too, because evidence
     * quotes snippets between backticks.
     */
    public String snippet() {
        String line = code.strip().lines().findFirst().orElse("").strip();
        int backtick = line.indexOf('`');
        String quotable = backtick < 0 ? line : line.substring(0, backtick).strip();
        return quotable.length() <= LONGEST_SNIPPET
                ? quotable
                : quotable.substring(0, LONGEST_SNIPPET).strip() + CUT;
    }
}
