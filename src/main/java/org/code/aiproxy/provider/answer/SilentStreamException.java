package org.code.aiproxy.provider.answer;

import java.io.IOException;
import java.time.Duration;

/** A stream went on for too long without a piece of its answer. */
public final class SilentStreamException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Duration silence;

    SilentStreamException(Duration silence) {
        super("no part of the answer arrived for " + silence);
        this.silence = silence;
    }

    /** How long that was. */
    public Duration silence() {
        return silence;
    }
}
