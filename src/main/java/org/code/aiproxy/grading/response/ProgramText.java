package org.code.aiproxy.grading.response;

import java.util.HashMap;
import java.util.Map;

/**
 * A student's program, to tell what a model only quotes from it. Letters and digits alone count:
 * quotations have other quotes, escapes, line breaks and comment marks.
 */
final class ProgramText {

    /** Looked up one by one; more distinct rows than this are nonsense, and no answer. */
    private static final int MOST_ROWS = 1_000;

    private static final String ESCAPED = "nrtbf";

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
        StringBuilder bare = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (c == '\\') {
                boolean isEscape = end < text.length() && ESCAPED.indexOf(text.charAt(end)) >= 0;
                end += isEscape ? 1 : 0;
            } else if (Character.isLetter(c) || isNumber(c)) {
                bare.appendCodePoint(c);
            }
            at = end;
        }
        return bare.toString();
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
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
