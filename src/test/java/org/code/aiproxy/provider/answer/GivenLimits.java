package org.code.aiproxy.provider.answer;

import java.time.Duration;

/** Limits for tests of what reads answers. */
public final class GivenLimits {

    private static final long HEAP = 512 << 20;

    private GivenLimits() {}

    /** Those of a service that is configured with none. */
    public static AnswerLimits usual() {
        return of(8 << 20, Duration.ofMinutes(2));
    }

    public static AnswerLimits of(long longest, Duration silence) {
        return new AnswerLimits(longest, silence, new AnswerMemory(HEAP), Thread::yield);
    }
}
