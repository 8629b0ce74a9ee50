package org.code.aiproxy.grading.evidence.search;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A word, a number or a sign of code. White space, semicolons, quotes and backslashes are none:
 * models change them most freely, and they tell no two statements apart.
 *
 * @param text the token as it is written; every dash is a hyphen
 * @param start where it begins in its line
 * @param end where it ends in its line
 */
record CodeToken(String text, int start, int end) {

    /** One string for each sign of ASCII: a program is full of them. */
    private static final String[] SIGNS =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    /** Passes on the tokens of one line, in order. */
    static void scan(String line, Consumer<CodeToken> tokens) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = at + 1;
            if (c == '\\') {
                end += isEscapedSpace(line, end) ? 1 : 0;
            } else if (isDigit(c)) {
                while (end < line.length() && isDigit(line.charAt(end))) {
                    end++;
                }
                tokens.accept(new CodeToken(line.substring(at, end), at, end));
            } else if (isWordPart(c)) {
                while (end < line.length() && isWordPart(line.charAt(end))) {
                    end++;
                }
                tokens.accept(new CodeToken(line.substring(at, end), at, end));
            } else if (!isLeftOut(c)) {
                tokens.accept(new CodeToken(sign(isDash(c) ? '-' : c), at, end));
            }
            at = end;
        }
    }

    private static String sign(char c) {
        return c < SIGNS.length ? SIGNS[c] : String.valueOf(c);
    }

    boolean isWord() {
        return isWordPart(text.charAt(0)) && !isDigit(text.charAt(0));
    }

    static boolean isQuote(char c) {
        return "\"'‘’“”".indexOf(c) >= 0;
    }

    /** {@code \n} and the like, which models also write for the end of a line. */
    private static boolean isEscapedSpace(String line, int at) {
        return at < line.length() && "nrt".indexOf(line.charAt(at)) >= 0;
    }

    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '$';
    }

    private static boolean isLeftOut(char c) {
        return c == ';'
                || c == '`'
                || isQuote(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isIdentifierIgnorable(c);
    }

    private static boolean isDash(char c) {
        return "‐‑‒–—−".indexOf(c) >= 0;
    }
}
