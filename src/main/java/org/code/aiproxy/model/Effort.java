package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
}
