package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The tokens that were paid for, cached input included.
 *
 * @param promptTokens tokens of input
 * @param completionTokens tokens of output
 */
public record Usage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens) {

    public static final Usage NONE = new Usage(0, 0);

    @JsonProperty("total_tokens")
    public long totalTokens() {
        return promptTokens + completionTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens, completionTokens + other.completionTokens);
    }
}
