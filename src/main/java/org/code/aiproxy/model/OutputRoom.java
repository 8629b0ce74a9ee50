package org.code.aiproxy.model;

import java.util.Optional;
import org.code.aiproxy.model.catalogue.Effort;

/**
 * How long an answer may be.
 *
 * @param answerTokens what one answer needs, in tokens, without thinking
 * @param times how often so much: 1 at first, more where an answer was cut off
 */
public record OutputRoom(int answerTokens, int times) {

    /** For an answer that was cut off; the rows that models write seldom differ by more. */
    private static final int WIDER = 4;

    /** Room for an answer of so many tokens. */
    public static OutputRoom of(int answerTokens) {
        return new OutputRoom(answerTokens, 1);
    }

    /** More of it, for an answer that was cut off. */
    public OutputRoom wider() {
        return new OutputRoom(answerTokens, times * WIDER);
    }

    /**
     * The limit to set.
     *
     * @param thinks whether the model thinks, or may think, before it answers
     * @param effort how long it was told to think, if it was
     * @param completions how many completions share the limit
     * @return tokens; the model can have a lower limit
     */
    public int tokens(boolean thinks, Optional<Effort> effort, int completions) {
        long each = answerTokens + (thinks ? thinking(effort.orElse(Effort.MEDIUM)) : 0L);
        return Math.toIntExact(Math.min(each * times * completions, Integer.MAX_VALUE));
    }

    /**
     * Tokens that models think with; a rule of thumb. Twice as many with each step, from the least
     * budget that Anthropic allows (1,024).
     */
    public static int thinking(Effort effort) {
        return switch (effort) {
            case NONE -> 0;
            case MINIMAL -> 1024;
            case LOW -> 4096;
            case MEDIUM -> 8192;
            case HIGH -> 16_384;
            case XHIGH -> 32_768;
            case MAX -> 65_536;
        };
    }
}
