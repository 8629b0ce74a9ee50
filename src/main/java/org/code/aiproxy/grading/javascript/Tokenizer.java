package org.code.aiproxy.grading.javascript;

import java.util.Set;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.javascript.Token.Gap;
import org.code.aiproxy.grading.javascript.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a program that may be malformed, in one pass. What no parser could read is
 * put right here: characters that have no meaning are left out, typographic quotes become plain
 * ones, strings end with their line, comments vanish, names that start with a digit get a letter.
 * Text that no fact needs (regular expressions, template literals, escapes) becomes a stand-in.
 */
final class Tokenizer {

    private static final Set<String> OPERATORS =
            Set.of(
                    "=", "==", "===", "=>", "!", "!=", "!==", "<", "<=", "<<", "<<=", ">", ">=",
                    ">>", ">>=", ">>>", ">>>=", "&", "&&", "&&=", "&=", "|", "||", "||=", "|=", "^",
                    "^=", "?", "??", "??=", "?.", "+", "++", "+=", "-", "--", "-=", "*", "**", "*=",
                    "**=", "/", "/=", "%", "%=", ".", "~", ":", ";", ",", "(", ")", "[", "]", "{",
                    "}");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|\\d+n"
                            + "|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int LONGEST_NUMBER = 20;

    private final String code;
    private final Quotes quotes;
    private int at;
    private boolean afterOperand;

    Tokenizer(String code) {
        this.code = code;
        this.quotes = new Quotes(code);
    }

    /** The next token, or one of kind {@code END} forever after the last. */
    Token next() {
        Gap gap = Gap.NONE;
        while (true) {
            gap = skipGap(gap);
            if (at == code.length()) {
                return new Token(Kind.END, "", at, at, gap);
            }
            Token token = read(gap);
            if (token != null) {
                afterOperand = endsOperand(token);
                at = token.end();
                return token;
            }
            at++;
        }
    }

    /** How many characters stand before the first token of a line. */
    int indentationOf(Token token) {
        int lineStart = token.start();
        while (lineStart > 0 && "\r\n".indexOf(code.charAt(lineStart - 1)) < 0) {
            lineStart--;
        }
        return token.start() - lineStart;
    }

    /** Whether an expression can end with this token. */
    static boolean endsOperand(Token token) {
        return switch (token.kind()) {
            case WORD -> !Keywords.NEEDING_MORE.contains(token.text());
            case NUMBER, STRING, REGEX -> true;
            case PUNCTUATOR -> token.is(")") || token.is("]") || token.is("}");
            case END -> false;
        };
    }

    private @Nullable Token read(Gap gap) {
        char c = code.charAt(at);
        if (isNameStart(c)) {
            return verbatim(Kind.WORD, endOfName(at), gap);
        }
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return number(gap);
        }
        if (Quotes.opens(c)) {
            return string(gap);
        }
        if (c == '/' && !afterOperand) {
            int end = quotes.endOfRegex(at);
            if (end < 0) {
                return null;
            }
            return new Token(Kind.REGEX, "/./", at, endOfName(end), gap);
        }
        int end = endOfOperator();
        return end == at ? null : verbatim(Kind.PUNCTUATOR, end, gap);
    }

    private Token verbatim(Kind kind, int end, Gap gap) {
        return new Token(kind, code.substring(at, end), at, end, gap);
    }

    private Token number(Gap gap) {
        int end = at;
        while (end < code.length() && isNumberPart(end)) {
            end++;
        }
        String text = code.substring(at, end);
        if (end - at > LONGEST_NUMBER) {
            return new Token(Kind.NUMBER, "0", at, end, gap);
        }
        if (NUMBER.matcher(text).matches()) {
            return new Token(Kind.NUMBER, text, at, end, gap);
        }
        return text.indexOf('.') < 0 && isNameStart(text.charAt(text.length() - 1))
                ? new Token(Kind.WORD, "_" + text, at, end, gap)
                : new Token(Kind.NUMBER, "0", at, end, gap);
    }

    private @Nullable Token string(Gap gap) {
        int end = quotes.endOf(at, afterOperand);
        return end < 0 ? null : new Token(Kind.STRING, quotes.plain(at, end), at, end, gap);
    }

    private int endOfOperator() {
        if (code.startsWith("...", at)) {
            return at + 3;
        }
        int end = at;
        while (end < code.length() && OPERATORS.contains(code.substring(at, end + 1))) {
            end++;
        }
        return end;
    }

    private Gap skipGap(Gap before) {
        Gap gap = before;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '\n' || c == '\r') {
                gap = Gap.LINE_BREAK;
                at++;
            } else if (code.startsWith("//", at)) {
                gap = atLeastSpace(gap);
                at = Quotes.endOfLine(code, at);
            } else if (code.startsWith("/*", at)) {
                gap = atLeastSpace(gap);
                at = endOfComment();
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = atLeastSpace(gap);
                at++;
            } else {
                return gap;
            }
        }
        return gap;
    }

    private int endOfComment() {
        int close = code.indexOf("*/", at + 2);
        return close < 0 ? code.length() : close + 2;
    }

    private static Gap atLeastSpace(Gap gap) {
        return gap == Gap.NONE ? Gap.SPACE : gap;
    }

    private boolean isNumberPart(int index) {
        char c = code.charAt(index);
        boolean signsAnExponent =
                (c == '+' || c == '-')
                        && (code.charAt(index - 1) | 0x20) == 'e'
                        && isDigit(index + 1)
                        && !code.startsWith("x", at + 1);
        return isNamePart(c) || c == '.' || signsAnExponent;
    }

    private boolean isDigit(int index) {
        return index < code.length() && code.charAt(index) >= '0' && code.charAt(index) <= '9';
    }

    private int endOfName(int from) {
        int end = from;
        while (end < code.length() && isNamePart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return Character.isJavaIdentifierStart(c);
    }

    private static boolean isNamePart(char c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
