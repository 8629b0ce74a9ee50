package org.code.aiproxy.grading.evidence;

/** Removes comments and white space as the teacher's page does, which is not as JavaScript does. */
final class PageText {

    private PageText() {}

    /**
     * A program with its comments blanked out, every other character in its place. The page knows
     * strings, so that {@code //} in one stays, but neither templates nor regular expressions.
     */
    static String withoutComments(String code) {
        StringBuilder out = new StringBuilder(code.length());
        int at = 0;
        while (at < code.length()) {
            int end = end(code, at);
            boolean isComment = code.startsWith("//", at) || code.startsWith("/*", at);
            for (; at < end; at++) {
                boolean isKept = !isComment || code.charAt(at) == '\n';
                out.append(isKept ? code.charAt(at) : ' ');
            }
        }
        return out.toString();
    }

    /** Where the comment, the string or the character ends that begins here. */
    private static int end(String code, int at) {
        char c = code.charAt(at);
        if (code.startsWith("//", at)) {
            int end = code.indexOf('\n', at);
            return end < 0 ? code.length() : end;
        }
        if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            return end < 0 ? code.length() : end + 2;
        }
        return c == '"' || c == '\'' ? endOfString(code, at) : at + 1;
    }

    private static int endOfString(String code, int at) {
        char quote = code.charAt(at);
        int end = at + 1;
        while (end < code.length() && code.charAt(end) != quote && code.charAt(end) != '\n') {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, code.length());
    }

    /** The text without white space at its ends, as JavaScript's {@code trim} has it. */
    static String trim(String text) {
        int start = skip(text, 0);
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Where the next character is that is not white space. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * <a href="https://tc39.es/ecma262/#sec-white-space">ECMAScript's white space</a> and line
     * ends.
     */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
