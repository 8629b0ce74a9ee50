package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long a model thinks before it answers, from least to most. */
public enum Effort {
    NONE,
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX;

    /** The effort as providers and callers write it, such as {@code "low"}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The effort with this wire name; empty where there isn't one. */
    public static Optional<Effort> parse(String wireName) {
        return Arrays.stream(values())
                .filter(effort -> effort.wireName().equals(wireName))
                .findFirst();
    }

    /**
     * The nearest of these; of two that are as near the higher one, because less thought than was
     * asked for is the worse.
     */
    public Optional<Effort> nearestOf(Collection<Effort> allowed) {
        List<Effort> scale = List.of(values());
        return allowed.stream()
                .sorted(Comparator.reverseOrder())
                .min(
                        Comparator.comparingInt(
                                effort -> Math.abs(scale.indexOf(effort) - scale.indexOf(this))));
    }

    /** All of them, for messages. */
    public static String wireNames() {
        return Arrays.stream(values()).map(Effort::wireName).collect(Collectors.joining(", "));
    }
}
