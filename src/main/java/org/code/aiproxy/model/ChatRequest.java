package org.code.aiproxy.model;

import java.util.Optional;

/**
 * A request for chat, in the form of OpenAI's chat completions (<a
 * href="https://platform.openai.com/docs/api-reference/chat/create">API reference</a>).
 *
 * @param model the model's name here
 * @param isStreamed whether the answer is wanted as server-sent events
 * @param choices how many answers are wanted
 * @param json the request's body as the caller sent it
 * @param callersKey the caller's own key for OpenAI, to use in place of the configured one
 * @param deadline when the time budget is spent
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes that nobody compares or changes.
public record ChatRequest(
        String model,
        boolean isStreamed,
        int choices,
        byte[] json,
        Optional<String> callersKey,
        Deadline deadline) {

    /**
     * The same to a model, which may have less time; but for its name, the bytes are as they were.
     *
     * @throws ModelException.Unsupported when the body is no JSON object in UTF-8
     */
    public ChatRequest to(String otherModel, Deadline sooner) {
        byte[] body = otherModel.equals(model) ? json : ModelName.replaced(json, otherModel);
        return new ChatRequest(otherModel, isStreamed, choices, body, callersKey, sooner);
    }

    /** Leaves out what was said, and the key. */
    @Override
    public String toString() {
        return "ChatRequest[model=%s, isStreamed=%s, %d bytes]"
                .formatted(model, isStreamed, json.length);
    }
}
