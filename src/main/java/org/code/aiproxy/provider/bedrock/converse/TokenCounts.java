package org.code.aiproxy.provider.bedrock.converse;

import org.code.aiproxy.model.catalogue.Usage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** Reads Bedrock's counts of tokens. */
public final class TokenCounts {

    private TokenCounts() {}

    /** Bedrock's count of input leaves out what was read from or written to a cache. */
    public static Usage of(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Usage.NONE;
        }
        long cached = tokens(usage.cacheReadInputTokens());
        long written = tokens(usage.cacheWriteInputTokens());
        return new Usage(
                tokens(usage.inputTokens()) + cached + written,
                tokens(usage.outputTokens()),
                cached,
                written,
                0,
                tokens(usage.totalTokens()));
    }

    private static long tokens(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
