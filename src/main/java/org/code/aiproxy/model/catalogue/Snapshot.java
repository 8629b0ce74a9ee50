package org.code.aiproxy.model.catalogue;

import java.util.regex.Pattern;

/** The names of a model's snapshots: the model's own name with a date, and Bedrock's version. */
public final class Snapshot {

    /** Such as {@code -2026-04-23}, {@code -20250929-v1:0}, {@code -v1:0}, {@code -1:0}. */
    private static final Pattern SUFFIX =
            Pattern.compile(
                    "(-\\d{4}-\\d{2}-\\d{2}|-\\d{8})?(-v\\d+(:\\d+)?|-\\d+:\\d+)?(:\\d+k|:latest)?$");

    private Snapshot() {}

    /** The model that a name is a snapshot of; the name itself where it isn't one. */
    public static String modelOf(String name) {
        return SUFFIX.matcher(name).replaceFirst("");
    }
}
