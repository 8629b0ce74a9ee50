package org.code.aiproxy.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The format that a prompt asks a model to answer in. */
public enum ResponseFormat {
    TSV,
    JSON;

    /** The format as callers write it, such as {@code "tsv"}; the ending of example files too. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format written so, in any case, if it is one. */
    public static Optional<ResponseFormat> of(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(wireName.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
