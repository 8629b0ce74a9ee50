package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model thinks before it answers, where the server doesn't keep that apart.
 *
 * @param inside what is reasoning
 * @param outside the rest, each character where it was in the completion
 * @param isOpen whether reasoning goes on to the completion's end
 */
record Reasoning(String inside, String outside, boolean isOpen) {

    private static final String NAMES =
            "(?:think|thinking|thought|thoughts|reasoning|reason|reflection|analysis|scratchpad|seed:think"
                    + "|inner_monologue)";

    /** In the order: XML, Kimi, Mistral, Sky-T1, and gpt-oss's channels. */
    private static final Pattern MARK =
            Pattern.compile(
                    "(?<open><%1$s>|\u25c1%1$s\u25b7|\\[THINK]|<\\|begin_of_thought\\|>|<\\|channel\\|>analysis<\\|message\\|>)"
                                    .formatted(NAMES)
                            + "|(?<close></%1$s>|\u25c1/%1$s\u25b7|\\[/THINK]|<\\|end_of_thought\\|>|<\\|channel\\|>final<\\|message\\|>)"
                                    .formatted(NAMES),
                    Pattern.CASE_INSENSITIVE);

    private static final String FIRST_OF_MARKS = "<[\u25c1";

    /** What quotes a mark, if it stands right before it. */
    private static final String QUOTES = "\"'`\u201c\u2018\\(/";

    /** Characters from one place up to another. */
    private record Span(int from, int to) {}

    /**
     * Tells reasoning from the rest. An end without a beginning ends what began with the text.
     *
     * @param isAnswer whether a place is inside an answer, where a mark is only mentioned
     */
    static Reasoning in(String text, IntPredicate isAnswer) {
        List<Span> spans = new ArrayList<>();
        int begun = -1;
        int answered = 0;
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (isMentioned(text, mark.start(), isAnswer)) {
                continue;
            }
            if (mark.group("open") != null) {
                begun = begun < 0 ? mark.start() : begun;
            } else {
                spans.add(new Span(begun < 0 ? answered : begun, mark.end()));
                answered = mark.end();
                begun = -1;
            }
        }
        if (begun >= 0) {
            spans.add(new Span(begun, text.length()));
        }
        return of(text, spans, begun >= 0);
    }

    private static boolean isMentioned(String text, int at, IntPredicate isAnswer) {
        return (at > 0 && QUOTES.indexOf(text.charAt(at - 1)) >= 0) || isAnswer.test(at);
    }

    private static Reasoning of(String text, List<Span> spans, boolean isOpen) {
        StringBuilder inside = new StringBuilder();
        StringBuilder outside = new StringBuilder();
        int from = 0;
        for (Span span : spans) {
            outside.append(text, from, span.from());
            text.substring(span.from(), span.to())
                    .chars()
                    .forEach(c -> outside.append(c == '\n' ? '\n' : ' '));
            inside.append(text, span.from(), span.to()).append('\n');
            from = span.to();
        }
        return new Reasoning(
                inside.toString(), outside.append(text.substring(from)).toString(), isOpen);
    }

    static boolean isIn(String text) {
        return text.chars().anyMatch(c -> FIRST_OF_MARKS.indexOf(c) >= 0)
                && MARK.matcher(text).find();
    }
}
