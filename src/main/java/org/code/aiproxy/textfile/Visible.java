package org.code.aiproxy.textfile;

import java.util.regex.Pattern;

/**
 * Text for terminals and reports, with what could act on them written out: control characters, of
 * which escape sequences are made, and what turns the direction of writing, such as {@code
 * [U+001B]}.
 */
public final class Visible {

    private static final String ACTING =
            "\\p{Cc}\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern IN_LINE = Pattern.compile("[" + ACTING + "]");

    private static final Pattern IN_TEXT =
            Pattern.compile("[" + ACTING + "&&[^\\n\\t\\r]]|\\r(?!\\n)");

    private Visible() {}

    /** A text that is to stay within its line, such as a name. */
    public static String line(String text) {
        return written(IN_LINE, "[U+%04X]", text);
    }

    /** A text that may have several lines, and tabs. */
    public static String text(String text) {
        return written(IN_TEXT, "[U+%04X]", text);
    }

    /** JSON, in which such characters can be written otherwise without a change of its meaning. */
    public static String json(String json) {
        return written(IN_TEXT, "\\u%04x", json);
    }

    private static String written(Pattern acting, String form, String text) {
        return acting.matcher(text)
                .replaceAll(it -> quoted(form.formatted((int) it.group().charAt(0))));
    }

    private static String quoted(String replacement) {
        return replacement.replace("\\", "\\\\");
    }
}
