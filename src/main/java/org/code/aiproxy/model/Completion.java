package org.code.aiproxy.model;

/**
 * One answer of a model.
 *
 * @param text what it said, possibly nothing
 * @param finishReason why it stopped
 */
public record Completion(String text, FinishReason finishReason) {

    /** Why a model stopped, as far as it matters to the one who reads the answer. */
    public enum FinishReason {
        /** It was done. */
        STOP,
        /** The limit of output tokens or of the context cut it off. */
        LENGTH,
        /** A filter withheld the answer or a part of it. */
        CONTENT_FILTER,
        /** Anything else, such as a tool call that nobody asked for. */
        OTHER
    }

    public boolean isCutOff() {
        return finishReason == FinishReason.LENGTH;
    }
}
