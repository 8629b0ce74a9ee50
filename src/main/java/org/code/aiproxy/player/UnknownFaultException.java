package org.code.aiproxy.player;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A fault was asked for by a name that none has. The message lists the names. */
public final class UnknownFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownFaultException(String word) {
        super(
                "`%s` is not a fault that can be played; these are: %s."
                        .formatted(
                                word,
                                Arrays.stream(PlayedFault.values())
                                        .map(PlayedFault::word)
                                        .collect(Collectors.joining(", "))));
    }
}
