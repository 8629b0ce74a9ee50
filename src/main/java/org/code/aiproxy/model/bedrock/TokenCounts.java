package org.code.aiproxy.model.bedrock;

import org.code.aiproxy.model.Usage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/**
 * The tokens of one call or several.
 *
 * @param input tokens of input, cached input included
 * @param output tokens of output
 * @param cached tokens of input that were read from a cache
 */
record TokenCounts(long input, long output, long cached) {

    static final TokenCounts NONE = new TokenCounts(0, 0, 0);

    /** Bedrock's count of input leaves out what was read from or written to a cache. */
    static TokenCounts of(@Nullable TokenUsage usage) {
        if (usage == null) {
            return NONE;
        }
        long cached = tokens(usage.cacheReadInputTokens());
        return new TokenCounts(
                tokens(usage.inputTokens()) + cached + tokens(usage.cacheWriteInputTokens()),
                tokens(usage.outputTokens()),
                cached);
    }

    TokenCounts plus(TokenCounts other) {
        return new TokenCounts(input + other.input, output + other.output, cached + other.cached);
    }

    Usage usage() {
        return new Usage(input, output);
    }

    private static long tokens(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
