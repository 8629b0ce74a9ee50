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
        /** The model's own limit, of output or of context, cut it off. */
        LENGTH,
        /** The limit that the request set cut it off; with a higher one it would have gone on. */
        REQUESTED_LENGTH,
        /** A filter withheld the answer or a part of it. */
        CONTENT_FILTER,
        /** Anything else, such as output that the provider calls malformed. */
        OTHER
    }

    /** Whether a limit of tokens cut it off. */
    public boolean isCutOff() {
        return finishReason == FinishReason.LENGTH || lacksRoom();
    }

    /** Whether it was cut off, and would go on where the request left more room. */
    public boolean lacksRoom() {
        return finishReason == FinishReason.REQUESTED_LENGTH;
    }
}
