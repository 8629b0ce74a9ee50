package org.code.aiproxy.rubric;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much evidence of a key concept a program shows, best first. The first two pass. */
public enum Label {
    EXTENSIVE("Extensive Evidence"),
    CONVINCING("Convincing Evidence"),
    LIMITED("Limited Evidence"),
    NO("No Evidence");

    private static final Map<String, Label> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toMap(Label::text, Function.identity()));

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

    @Override
    public String toString() {
        return text;
    }
}
