package org.code.aiproxy.grading.voting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.rubric.Label;

/**
 * The markup that leads a reason where votes differ, which the school platform's page knows. A
 * reason with it is HTML, and what the model wrote in it is escaped; any other is a text, which
 * can't begin like one with markup.
 */
public final class ReasonMarkup {

    private static final Pattern VOTES = Pattern.compile("^<b>Votes: \\[[^\\]]*]</b><br>");

    /** As someone could read it who is less exact. */
    private static final Pattern LIKE_VOTES =
            Pattern.compile("^[\\s\\p{Z}\\p{C}]*<b>\\s*votes", Pattern.CASE_INSENSITIVE);

    private ReasonMarkup() {}

    /** A reason as HTML, led by the votes. */
    static String withVotes(List<Label> labels, String reason) {
        return labels.stream()
                        .map(Label::text)
                        .collect(Collectors.joining(", ", "<b>Votes: [", "]</b><br>"))
                + escaped(reason);
    }

    /** A reason as text. One that poses as HTML is escaped, so that it shows what was written. */
    static String withoutVotes(String reason) {
        return LIKE_VOTES.matcher(reason).find() ? escaped(reason) : reason;
    }

    /** What the model wrote, for those who show text and have the votes from elsewhere. */
    public static String textOf(String reason) {
        return VOTES.matcher(reason).find()
                ? unescaped(VOTES.matcher(reason).replaceFirst(""))
                : reason;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
