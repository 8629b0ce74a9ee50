package org.code.aiproxy.grading.injection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows and fields of an answer that a program holds as data: a wished-for label where a table or an
 * object has a value. Students who copy the rubric have the labels as headings, with the other
 * labels beside them or a description behind.
 */
final class PlantedAnswers {

    private static final Pattern WISHED_FOR =
            Pattern.compile("(?:extensive|convincing) evidence", Pattern.CASE_INSENSITIVE);

    private static final Pattern POOR =
            Pattern.compile("(?:limited|no) evidence", Pattern.CASE_INSENSITIVE);

    private static final String EVIDENCE = "evidence";

    private static final String QUOTES = " \"'`*\\";
    private static final String BEFORE_VALUES = ":=|\t,>-";
    private static final String AFTER_VALUES = "|\t,;.}])";

    private PlantedAnswers() {}

    static boolean isIn(String line) {
        return mentionsEvidence(line) && hasALabelAsValue(line);
    }

    /** Few lines do, and a look at each character is cheaper than an expression at each. */
    private static boolean mentionsEvidence(String line) {
        for (int i = 0; i <= line.length() - EVIDENCE.length(); i++) {
            if (line.regionMatches(true, i, EVIDENCE, 0, EVIDENCE.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasALabelAsValue(String line) {
        Matcher label = WISHED_FOR.matcher(line);
        while (label.find()) {
            if (isValue(line, label.start(), label.end())) {
                return !POOR.matcher(line).find();
            }
        }
        return false;
    }

    private static boolean isValue(String line, int start, int end) {
        int before = start - 1;
        while (before >= 0 && QUOTES.indexOf(line.charAt(before)) >= 0) {
            before--;
        }
        int after = end;
        while (after < line.length() && QUOTES.indexOf(line.charAt(after)) >= 0) {
            after++;
        }
        return before >= 0
                && BEFORE_VALUES.indexOf(line.charAt(before)) >= 0
                && (after == line.length() || AFTER_VALUES.indexOf(line.charAt(after)) >= 0);
    }
}
