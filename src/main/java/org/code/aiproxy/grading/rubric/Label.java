package org.code.aiproxy.grading.rubric;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.textfile.Spelling;

/** How much evidence of a key concept a program shows, best first. The first two pass. */
public enum Label {
    EXTENSIVE("Extensive Evidence"),
    CONVINCING("Convincing Evidence"),
    LIMITED("Limited Evidence"),
    NO("No Evidence");

    private static final Map<String, Label> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toMap(Label::text, Function.identity()));

    private static final Map<String, Label> BY_SPELLING =
            Arrays.stream(values())
                    .collect(
                            Collectors.toMap(label -> spelling(label.text()), Function.identity()));

    private final String text;

    Label(String text) {
        this.text = text;
    }

    /** The label as rubrics, models and callers write it, such as {@code "Extensive Evidence"}. */
    public String text() {
        return text;
    }

    /** Whether a program with this label passes the key concept. */
    public boolean passes() {
        return this == EXTENSIVE || this == CONVINCING;
    }

    /** The label written exactly so, if it is one of the four. */
    public static Optional<Label> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** The label written so by a person: case, blanks, dashes and quotation marks don't count. */
    public static Optional<Label> written(String text) {
        return Optional.ofNullable(BY_SPELLING.get(spelling(text)));
    }

    /**
     * The label that heads a rubric's column, where its first word alone, such as "Limited", is
     * enough.
     */
    static Optional<Label> heading(String text) {
        return written(text)
                .or(() ->
                        Arrays.stream(values())
                                .filter(label -> spelling(label.firstWord()).equals(spelling(text)))
                                .findFirst());
    }

    private String firstWord() {
        return text.substring(0, text.indexOf(' '));
    }

    private static String spelling(String text) {
        return Spelling.of(text).key().replaceAll("[-_.]", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
