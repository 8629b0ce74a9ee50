package org.code.aiproxy.player.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request's line and headers.
 *
 * @param text as they came
 */
record RequestHead(String text) {

    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) .*");
    private static final Pattern LENGTH =
            Pattern.compile(
                    "^content-length: *(\\d{1,9}) *$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern CLOSE =
            Pattern.compile("^connection: *close", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Such as {@code POST}; empty where the first line is not a request's. */
    String method() {
        return line(1);
    }

    /** The target without its query. */
    String path() {
        return line(2).replaceFirst("\\?.*", "");
    }

    int contentLength() {
        return Optional.of(LENGTH.matcher(text))
                .filter(Matcher::find)
                .map(it -> Integer.parseInt(it.group(1)))
                .orElse(0);
    }

    boolean keepsConnection() {
        return !CLOSE.matcher(text).find();
    }

    private String line(int group) {
        Matcher line = LINE.matcher(text);
        return line.lookingAt() ? line.group(group) : "";
    }
}
