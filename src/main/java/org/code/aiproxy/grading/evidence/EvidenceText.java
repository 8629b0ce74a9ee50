package org.code.aiproxy.grading.evidence;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Brings evidence into the one-line form that the teacher's page reads. */
public final class EvidenceText {

    /** Possessive, so that no text makes it try again: {@code Lines 4, 5, 6} before a colon. */
    private static final Pattern LIST_OF_LINES =
            Pattern.compile("\\bLines (\\d{1,9}(?:,[ ]?+\\d{1,9})++)(?=:)");

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final Pattern COMMA = Pattern.compile(",[ ]?");

    private EvidenceText() {}

    /**
     * The evidence on one line, with single backticks, and lists of consecutive line numbers as
     * ranges: {@code Lines 4, 5, 6:} becomes {@code Lines 4-6:}.
     */
    public static String normalise(String evidence) {
        String oneLine = LINE_END.matcher(evidence.strip()).replaceAll(" ").replace("```", "`");
        return LIST_OF_LINES.matcher(oneLine).replaceAll(EvidenceText::range);
    }

    private static String range(MatchResult list) {
        int[] lines = COMMA.splitAsStream(list.group(1)).mapToInt(Integer::parseInt).toArray();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i] != lines[i - 1] + 1) {
                return list.group();
            }
        }
        return "Lines " + lines[0] + "-" + lines[lines.length - 1];
    }
}
