package org.code.aiproxy.provider.answer;

import java.time.Duration;

/** The limits of every provider's answer. */
public final class AnswerLimits {

    /** Far over what a token takes in JSON, escapes and all. */
    private static final int BYTES_PER_TOKEN = 32;

    /** What an answer has besides its tokens: fields of the provider's own. */
    private static final long ENVELOPE = 256 << 10;

    private final long longest;
    private final Duration silence;
    private final AnswerMemory memory;
    private final Runnable turn;

    AnswerLimits(long longest, Duration silence, AnswerMemory memory, Runnable turn) {
        this.longest = longest;
        this.silence = silence;
        this.memory = memory;
        this.turn = turn;
    }

    /** Room for an answer in one piece, or for one event of a stream at a time. */
    public AnswerRoom room() {
        return new AnswerRoom(longest, memory);
    }

    /**
     * Room for an answer whose length was limited.
     *
     * @param tokens that the answer may have, all of its completions together
     */
    public AnswerRoom roomFor(int tokens) {
        return new AnswerRoom(
                Math.min(longest, ENVELOPE + (long) BYTES_PER_TOKEN * tokens), memory);
    }

    /** The pace of a stream that begins now. */
    public StreamPace pace() {
        return new StreamPace(silence, turn, System::nanoTime);
    }

    /** How long a stream may go on without a piece of its answer. */
    public Duration silence() {
        return silence;
    }
}
