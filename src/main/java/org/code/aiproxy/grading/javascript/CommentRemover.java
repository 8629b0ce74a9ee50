package org.code.aiproxy.grading.javascript;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes the comments out of JavaScript in one pass, and leaves what only looks like one inside a
 * string, template or regular expression.
 *
 * <p>Whether a slash divides or begins a regular expression depends on what stands before it (<a
 * href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar">ECMA-262, lexical
 * grammar</a>): after an operand it divides. After a bracket that depends on what opened it, so the
 * open brackets are kept. The program need not be valid: an unclosed string ends with its line, an
 * unclosed comment or template with the program.
 */
public final class CommentRemover {

    /** What an open bracket is, as far as it tells what a slash after its end means. */
    private enum Bracket {
        GROUP,
        CONDITION,
        BLOCK,
        OBJECT,
        TEMPLATE
    }

    private final String code;
    private final StringBuilder kept;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private int at;
    private int noRegexBefore;
    private boolean afterOperand;
    private boolean afterConditionWord;

    private CommentRemover(String code) {
        this.code = code;
        this.kept = new StringBuilder(code.length());
    }

    /**
     * The program without its comments, every line still on its line.
     *
     * @param code any text
     */
    public static String remove(String code) {
        return new CommentRemover(code).remove();
    }

    private String remove() {
        while (at < code.length()) {
            char c = code.charAt(at);
            switch (c) {
                case '/' -> slash();
                case '"', '\'' -> string(c);
                case '`' -> template();
                case '(', '[', '{' -> open(c);
                case ')', ']', '}' -> close(c);
                default -> {
                    if (Character.isJavaIdentifierPart(c)) {
                        word();
                    } else {
                        other(c);
                    }
                }
            }
        }
        return kept.toString();
    }

    private void slash() {
        if (startsWith("//")) {
            while (at < code.length() && !isLineEnd(code.charAt(at))) {
                at++;
            }
        } else if (startsWith("/*")) {
            blockComment();
        } else {
            int end = afterOperand || at < noRegexBefore ? -1 : regexEnd();
            keepTo(end < 0 ? at + 1 : end);
            operand(end >= 0);
        }
    }

    private void blockComment() {
        int close = code.indexOf("*/", at + 2);
        int end = close < 0 ? code.length() : close + 2;
        int keptBefore = kept.length();
        for (; at < end; at++) {
            if (isLineEnd(code.charAt(at))) {
                keepLinesApart();
                kept.append(code.charAt(at));
            }
        }
        boolean onOneLine = kept.length() == keptBefore;
        if (onOneLine && touchesBefore() && touchesAfter()) {
            // Without a space the two sides would become one word, or even a new comment.
            kept.append(' ');
        }
    }

    private boolean touchesBefore() {
        return !kept.isEmpty() && !Character.isWhitespace(kept.charAt(kept.length() - 1));
    }

    private boolean touchesAfter() {
        return at < code.length() && !Character.isWhitespace(code.charAt(at));
    }

    /** Where the regular expression that begins here ends, flags left out; -1 if it doesn't. */
    private int regexEnd() {
        boolean inClass = false;
        int i = at + 1;
        for (; i < code.length() && !isLineEnd(code.charAt(i)); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                return i + 1;
            }
        }
        // Looking no further on this line keeps the whole linear, whatever the line.
        noRegexBefore = i;
        return -1;
    }

    private void string(char quote) {
        int i = at + 1;
        while (i < code.length() && code.charAt(i) != quote && !isLineEnd(code.charAt(i))) {
            i += code.startsWith("\\\r\n", i) ? 3 : code.charAt(i) == '\\' ? 2 : 1;
        }
        boolean closed = i < code.length() && code.charAt(i) == quote;
        keepTo(Math.min(closed ? i + 1 : i, code.length()));
        operand(true);
    }

    /** From a backtick, or from the brace that ends an expression inside a template. */
    private void template() {
        int i = at + 1;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == '`') {
                keepTo(i + 1);
                operand(true);
                return;
            }
            if (c == '$' && code.startsWith("${", i)) {
                keepTo(i + 2);
                open.push(Bracket.TEMPLATE);
                operand(false);
                return;
            }
            i += c == '\\' ? 2 : 1;
        }
        keepTo(code.length());
    }

    private void open(char c) {
        if (c == '{') {
            open.push(beginsBlock() ? Bracket.BLOCK : Bracket.OBJECT);
        } else {
            open.push(c == '(' && afterConditionWord ? Bracket.CONDITION : Bracket.GROUP);
        }
        keepTo(at + 1);
        operand(false);
    }

    /** A brace where an operand is expected, as after {@code =} or {@code (}, is an object. */
    private boolean beginsBlock() {
        char last = lastKept();
        return afterOperand || last == 0 || ");{}".indexOf(last) >= 0 || Character.isLetter(last);
    }

    private void close(char c) {
        Bracket closed = open.isEmpty() ? Bracket.GROUP : open.pop();
        if (c == '}' && closed == Bracket.TEMPLATE) {
            template();
            return;
        }
        keepTo(at + 1);
        operand(closed == Bracket.GROUP || closed == Bracket.OBJECT);
    }

    private void word() {
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String word = code.substring(at, end);
        boolean isProperty = lastKept() == '.';
        keepTo(end);
        operand(isProperty || !Keywords.BEFORE_AN_EXPRESSION.contains(word));
        afterConditionWord = !isProperty && Keywords.BEFORE_A_CONDITION.contains(word);
    }

    private void other(char c) {
        if (startsWith("++") || startsWith("--")) {
            // `i++ / 2` divides and `++/x/.y` doesn't: what stands before still decides.
            keepTo(at + 2);
        } else {
            keepTo(at + 1);
            if (!Character.isWhitespace(c)) {
                operand(false);
            }
        }
    }

    private void operand(boolean ended) {
        afterOperand = ended;
        afterConditionWord = false;
    }

    private void keepTo(int end) {
        int to = Math.min(end, code.length());
        keepLinesApart();
        kept.append(code, at, to);
        at = to;
    }

    /** The two ends of a line that was a comment would become one line end. */
    private void keepLinesApart() {
        boolean wasApart = at > 0 && code.charAt(at) == '\n' && code.charAt(at - 1) != '\r';
        if (wasApart && !kept.isEmpty() && kept.charAt(kept.length() - 1) == '\r') {
            kept.append(' ');
        }
    }

    private boolean startsWith(String prefix) {
        return code.startsWith(prefix, at);
    }

    /** The last character kept that is not white space, or 0. */
    private char lastKept() {
        for (int i = kept.length() - 1; i >= 0; i--) {
            if (!Character.isWhitespace(kept.charAt(i))) {
                return kept.charAt(i);
            }
        }
        return 0;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
