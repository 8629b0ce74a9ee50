package org.code.aiproxy.grading.response.json;

/**
 * Characters of a text that holds JSON, and what may stand between its tokens: white space of any
 * kind, and comments.
 */
public final class JsonScanner {

    private static final char END = '\0';
    private static final int LONGEST_KEY = 300;

    private final String text;
    private final Steps steps;

    JsonScanner(String text, Steps steps) {
        this.text = text;
        this.steps = steps;
    }

    int length() {
        return text.length();
    }

    /** The character there, or a null character beyond the end. */
    char at(int index) {
        return index < text.length() ? text.charAt(index) : END;
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }

    void step() throws BrokenJsonException {
        if (!steps.take()) {
            throw new BrokenJsonException();
        }
    }

    public static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c == '\u200B'
                || c == '\u2060';
    }

    /** Where the next token begins. */
    int skip(int from) throws BrokenJsonException {
        int index = from;
        while (index < length()) {
            step();
            if (isSpace(at(index))) {
                index++;
            } else if (isComment(index)) {
                index = commentEnd(index);
            } else {
                return index;
            }
        }
        return index;
    }

    private boolean isComment(int index) {
        return at(index) == '#'
                || (at(index) == '/' && (at(index + 1) == '/' || at(index + 1) == '*'));
    }

    private int commentEnd(int from) throws BrokenJsonException {
        String closer = at(from + 1) == '*' && at(from) == '/' ? "*/" : "\n";
        int index = from + 1;
        while (index < length() && !text.startsWith(closer, index)) {
            step();
            index++;
        }
        return Math.min(length(), index + closer.length());
    }

    /** Whether a closing quotation mark would match the opening one. */
    static boolean closes(char opener, char c) {
        return switch (opener) {
            case '\u201c', '\u201d', '\u201e' -> c == '\u201c' || c == '\u201d';
            case '\u2018', '\u2019' -> c == '\u2018' || c == '\u2019';
            default -> c == opener;
        };
    }

    public static boolean isQuote(char c) {
        return "\"'\u201c\u201d\u201e\u2018\u2019".indexOf(c) >= 0;
    }

    public static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    /** Where a name without quotes ends. */
    int nameEnd(int from) throws BrokenJsonException {
        int index = from;
        while (index < length() && index - from < LONGEST_KEY && isNamePart(at(index))) {
            step();
            index++;
        }
        return index;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_$- ".indexOf(c) >= 0;
    }

    /** Whether a field's key stands there, and its colon. */
    boolean isKey(int from) throws BrokenJsonException {
        char first = at(from);
        if (isNameStart(first)) {
            return at(skip(nameEnd(from))) == ':';
        }
        if (!isQuote(first)) {
            return false;
        }
        int index = from + 1;
        while (index < length() && index - from < LONGEST_KEY && !closes(first, at(index))) {
            step();
            index++;
        }
        return closes(first, at(index)) && at(skip(index + 1)) == ':';
    }
}
