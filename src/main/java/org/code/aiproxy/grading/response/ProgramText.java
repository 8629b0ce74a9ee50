package org.code.aiproxy.grading.response;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A student's program, to tell what a model only quotes from it. Letters and digits alone count:
 * quotations have other quotes, escapes, line breaks and comment marks.
 */
final class ProgramText {

    /** Looked up one by one; more distinct rows than this are nonsense, and no answer. */
    private static final int MOST_ROWS = 1_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\[nrtbf]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String text;
    private final Map<String, Boolean> known = new HashMap<>();

    ProgramText(String program) {
        this.text = bare(program);
    }

    /** Whether the program has the row's characters; takes time linear in the program's length. */
    boolean has(WrittenRow row) {
        String wanted = bare(row.source());
        if (wanted.isEmpty() || wanted.length() > text.length()) {
            return false;
        }
        Boolean before = known.get(wanted);
        if (before != null) {
            return before;
        }
        boolean has = known.size() >= MOST_ROWS || contains(wanted);
        known.put(wanted, has);
        return has;
    }

    private static String bare(String text) {
        return OTHER.matcher(ESCAPE.matcher(text).replaceAll("")).replaceAll("");
    }

    /** By Knuth, Morris and Pratt: a program can be made to take others long. */
    private boolean contains(String wanted) {
        int[] fallback = fallback(wanted);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != wanted.charAt(matched)) {
                matched = fallback[matched - 1];
            }
            if (text.charAt(i) == wanted.charAt(matched)) {
                matched++;
            }
            if (matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    private static int[] fallback(String wanted) {
        int[] fallback = new int[wanted.length()];
        int matched = 0;
        for (int i = 1; i < wanted.length(); i++) {
            while (matched > 0 && wanted.charAt(i) != wanted.charAt(matched)) {
                matched = fallback[matched - 1];
            }
            if (wanted.charAt(i) == wanted.charAt(matched)) {
                matched++;
            }
            fallback[i] = matched;
        }
        return fallback;
    }
}
