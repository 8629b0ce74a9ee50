package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The tokens that were paid for.
 *
 * @param promptTokens tokens of input, cached and written ones included
 * @param completionTokens tokens of output, as the provider counts them
 * @param cachedTokens tokens of input that were read from the provider's cache, mostly at a lower
 *     price
 * @param cacheWriteTokens tokens of input that were written to the provider's cache, mostly at a
 *     higher price
 * @param reasoningTokens tokens of output that the model thought with
 * @param totalTokens all tokens, as the provider counts them: at least input and output, more where
 *     it counts thinking beside the output
 */
@JsonPropertyOrder({
    "prompt_tokens",
    "completion_tokens",
    "total_tokens",
    "prompt_tokens_details",
    "completion_tokens_details"
})
public record Usage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonIgnore long cachedTokens,
        @JsonIgnore long cacheWriteTokens,
        @JsonIgnore long reasoningTokens,
        @JsonProperty("total_tokens") long totalTokens) {

    public static final Usage NONE = new Usage(0, 0);

    /**
     * What of the input was cached, in OpenAI's form.
     *
     * @param cachedTokens read from a cache
     * @param cacheWriteTokens written to a cache
     */
    public record PromptDetails(
            @JsonProperty("cached_tokens") long cachedTokens,
            @JsonProperty("cache_write_tokens") long cacheWriteTokens) {}

    /**
     * What of the output was thinking, in OpenAI's form.
     *
     * @param reasoningTokens thought with
     */
    public record CompletionDetails(@JsonProperty("reasoning_tokens") long reasoningTokens) {}

    public Usage {
        totalTokens = Math.max(totalTokens, promptTokens + completionTokens);
    }

    /** With neither cached input nor thinking. */
    public Usage(long promptTokens, long completionTokens) {
        this(promptTokens, completionTokens, 0);
    }

    /** With cached input, and no thinking. */
    public Usage(long promptTokens, long completionTokens, long cachedTokens) {
        this(promptTokens, completionTokens, cachedTokens, 0, 0, 0);
    }

    /** Tokens that are paid for as output, thinking included wherever the provider counts it. */
    public long outputTokens() {
        return totalTokens - promptTokens;
    }

    /** The same without what was written. */
    public Usage withoutOutput() {
        return new Usage(promptTokens, 0, cachedTokens, cacheWriteTokens, 0, promptTokens);
    }

    /** Tokens of input at the full price. */
    public long uncachedTokens() {
        return Math.max(0, promptTokens - cachedTokens - cacheWriteTokens);
    }

    /** What of the input was cached, as answers say it. */
    @JsonProperty("prompt_tokens_details")
    public PromptDetails promptDetails() {
        return new PromptDetails(cachedTokens, cacheWriteTokens);
    }

    /** What of the output was thinking, as answers say it. */
    @JsonProperty("completion_tokens_details")
    public CompletionDetails completionDetails() {
        return new CompletionDetails(reasoningTokens);
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                cachedTokens + other.cachedTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                reasoningTokens + other.reasoningTokens,
                totalTokens + other.totalTokens);
    }
}
