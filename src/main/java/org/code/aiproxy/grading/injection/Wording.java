package org.code.aiproxy.grading.injection;

/**
 * Writes text down as words, in lower case with single spaces between them, wherever they stand: in
 * comments, strings or names, which are split at capitals and underscores.
 */
final class Wording {

    /** Stands where a word may go on or may end: at a capital, or where strings are joined. */
    static final char SEAM = '\1';

    /** Stands where a sentence ends. */
    static final char SENTENCE = '.';

    /** Stands where a statement ends. */
    static final char STATEMENT = ';';

    /** Stands behind who speaks. */
    static final char COLON = ':';

    private static final int LONGEST_ENDING = 2;

    private final LinedText words = new LinedText();

    LinedText text() {
        return words;
    }

    /** Appends a text's character, of a line. */
    void append(String text, int at, int line) {
        char c = text.charAt(at);
        if (Letters.isOfAWord(c)) {
            if (beginsHump(text, at)) {
                words.append(SEAM, line);
            }
            words.append(Character.toLowerCase(c), line);
        } else if (Letters.isSign(c) && isOfAWord(text, at + 1)) {
            words.append(c, line);
        } else if (c == COLON && isOfAWord(text, at - 1)) {
            mark(COLON, line);
        } else if (endsSentence(text, at)) {
            mark(SENTENCE, line);
        } else if (!isInsideAWord(text, at)) {
            words.space(line);
        }
    }

    /** Appends a mark with a space behind. */
    void mark(char mark, int line) {
        words.append(mark, line);
        words.append(' ', line);
    }

    /** Appends a seam, unless there is one. */
    void seam(int line) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != SEAM) {
            words.append(SEAM, line);
        }
    }

    /** Appends a space, unless there is one. */
    void space(int line) {
        words.space(line);
    }

    /** {@code ignoreAll} and {@code AIGrader} have two. */
    private static boolean beginsHump(String text, int at) {
        if (at == 0 || !Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        char before = text.charAt(at - 1);
        return Character.isLowerCase(before)
                || (Character.isUpperCase(before)
                        && at + 1 < text.length()
                        && Character.isLowerCase(text.charAt(at + 1)));
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        return c == '。'
                || c == '|'
                || ((c == '.' || c == '!' || c == '?')
                        && isOfAWord(text, at - 1)
                        && (at + 1 == text.length() || !isOfAWord(text, at + 1)));
    }

    /** Whether an apostrophe is that of "don't", not that of "l'élève". */
    private static boolean isInsideAWord(String text, int at) {
        char c = text.charAt(at);
        if ((c != '\'' && c != '’') || !isOfAWord(text, at - 1)) {
            return false;
        }
        int end = at + 1;
        while (isOfAWord(text, end) && end - at <= LONGEST_ENDING + 1) {
            end++;
        }
        return end > at + 1 && end - at - 1 <= LONGEST_ENDING;
    }

    private static boolean isOfAWord(String text, int at) {
        return at >= 0 && at < text.length() && Letters.isOfAWord(text.charAt(at));
    }
}
