package org.code.aiproxy.player.model;

import java.util.List;

/**
 * What a provider counts.
 *
 * @param input all tokens of input
 * @param cached those of them that were read from the provider's cache
 * @param written those of them that were written to it
 * @param output tokens of output
 */
public record TokenUse(long input, long cached, long written, long output) {

    private static final int CHARACTERS_OF_A_TOKEN = 4;

    /** A rough count, without a cache. */
    public static TokenUse estimate(PlayedQuestion question, List<Reply> replies) {
        return new TokenUse(tokens(question.text()), 0, 0, output(replies));
    }

    /** A rough count of what was written. */
    public static long output(List<Reply> replies) {
        return replies.stream().mapToLong(reply -> tokens(reply.text())).sum();
    }

    /** Input and output. */
    public long total() {
        return input + output;
    }

    private static long tokens(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_OF_A_TOKEN);
    }
}
