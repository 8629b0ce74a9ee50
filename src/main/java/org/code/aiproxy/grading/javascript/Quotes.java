package org.code.aiproxy.grading.javascript;

/**
 * Where string, template and regular expression literals of a program end. Each search that fails
 * is remembered, so that a program full of unclosed literals is still read in linear time.
 */
final class Quotes {

    private static final String DOUBLE = "\"“”„‟";
    private static final String SINGLE = "'‘’‚‛";
    private static final String NOT_PLAIN = "\\\"\u2028\u2029";
    private static final int NONE = -1;

    private final String code;
    private boolean noMoreTemplates;
    private int noStringBefore;
    private int noRegexBefore;

    Quotes(String code) {
        this.code = code;
    }

    static boolean opens(char c) {
        return c == '`' || DOUBLE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0;
    }

    /**
     * The end of the literal that the quote at this offset opens, or a negative number if the quote
     * is to be left out: it closes nothing, or stands where no literal can.
     */
    int endOf(int start, boolean afterOperand) {
        char quote = code.charAt(start);
        if (quote == '`') {
            return endOfTemplate(start);
        }
        if (start < noStringBefore) {
            return NONE;
        }
        int at = start + 1;
        while (at < code.length() && !endsLine(at)) {
            if (closes(quote, code.charAt(at))) {
                return at + 1;
            }
            at = code.charAt(at) == '\\' ? afterEscape(at) : at + 1;
        }
        int lineEnd = Math.min(at, code.length());
        if (!afterOperand) {
            return lineEnd;
        }
        noStringBefore = lineEnd;
        return NONE;
    }

    /** The literal as a plain string that every parser reads, without its escapes. */
    String plain(int start, int end) {
        String text = code.substring(start, end);
        boolean closed = text.length() > 1 && closes(text.charAt(0), text.charAt(end - start - 1));
        String inner = text.substring(1, text.length() - (closed ? 1 : 0));
        boolean plain =
                text.charAt(0) != '`' && inner.chars().noneMatch(c -> NOT_PLAIN.indexOf(c) >= 0);
        return plain ? '"' + inner + '"' : "\"\"";
    }

    /** The offset after the closing slash on the same line, or a negative number. */
    int endOfRegex(int start) {
        boolean inClass = false;
        int at = start + 1;
        while (start >= noRegexBefore && at < code.length() && !endsLine(at)) {
            char c = code.charAt(at);
            if (c == '/' && !inClass) {
                return at + 1;
            }
            inClass = c == '[' || (inClass && c != ']');
            at = c == '\\' ? afterEscape(at) : at + 1;
        }
        noRegexBefore = Math.max(noRegexBefore, at);
        return NONE;
    }

    static int endOfLine(String code, int from) {
        int at = from;
        while (at < code.length() && code.charAt(at) != '\n' && code.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Braces of placeholders are counted; templates within placeholders are not understood. */
    private int endOfTemplate(int start) {
        int depth = 0;
        for (int at = start + 1; !noMoreTemplates && at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '`' && depth == 0) {
                return at + 1;
            } else if (c == '{' && (depth > 0 || code.charAt(at - 1) == '$')) {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
        }
        noMoreTemplates = true;
        return NONE;
    }

    private static boolean closes(char opening, char c) {
        if (opening == '"' || opening == '\'' || opening == '`') {
            return c == opening;
        }
        String family = DOUBLE.indexOf(opening) >= 0 ? DOUBLE : SINGLE;
        return family.indexOf(c) >= 0;
    }

    private boolean endsLine(int at) {
        return code.charAt(at) == '\n' || code.charAt(at) == '\r';
    }

    /** An escaped line break continues the string on the next line. */
    private int afterEscape(int at) {
        return code.startsWith("\r\n", at + 1) ? at + 3 : at + 2;
    }
}
