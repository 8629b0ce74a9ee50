package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The tokens that were paid for.
 *
 * @param promptTokens tokens of input, cached input included
 * @param completionTokens tokens of output
 * @param cachedTokens tokens of input that the provider had in a cache, mostly at a lower price
 */
public record Usage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonIgnore long cachedTokens) {

    public static final Usage NONE = new Usage(0, 0);

    /** With no cached input. */
    public Usage(long promptTokens, long completionTokens) {
        this(promptTokens, completionTokens, 0);
    }

    @JsonProperty("total_tokens")
    public long totalTokens() {
        return promptTokens + completionTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                cachedTokens + other.cachedTokens);
    }
}
