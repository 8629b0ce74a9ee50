package org.code.aiproxy.model;

import java.util.List;
import java.util.Map;

/**
 * A request for chat, in the form of one of OpenAI's APIs.
 *
 * @param api which one
 * @param model the model's name here
 * @param isStreamed whether the answer is wanted as server-sent events
 * @param choices how many answers are wanted
 * @param sent what the caller sent
 * @param begin when a stream must have begun, so that there is time for the next model
 * @param deadline when the answer must be complete
 */
public record ChatRequest(
        ChatApi api,
        String model,
        boolean isStreamed,
        int choices,
        Sent sent,
        Deadline begin,
        Deadline deadline) {

    /**
     * What the caller sent, for providers that take it as it is.
     *
     * @param json the body
     * @param query the parameters of the query
     * @param headers those headers that are about the request
     */
    @SuppressWarnings("ArrayRecordComponent") // Megabytes that no one compares or changes.
    public record Sent(byte[] json, Map<String, List<String>> query, Map<String, String> headers) {

        public Sent {
            query = Map.copyOf(query);
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The same to a model that shares the time with others. It has that long to answer or, where
     * the answer is streamed, to begin: an answer that comes isn't cut short for models that won't
     * be asked any more. But for the model's name the bytes are as they were.
     *
     * @param share when the model's share of the time is over
     * @throws ModelException.Unsupported when the body isn't a JSON object in UTF-8
     */
    public ChatRequest to(String otherModel, Deadline share) {
        return new ChatRequest(
                api,
                otherModel,
                isStreamed,
                choices,
                sentTo(otherModel),
                share,
                isStreamed ? deadline : share);
    }

    /** The same by another name of the model. */
    public ChatRequest named(String otherName) {
        return new ChatRequest(
                api, otherName, isStreamed, choices, sentTo(otherName), begin, deadline);
    }

    private Sent sentTo(String otherModel) {
        return otherModel.equals(model)
                ? sent
                : new Sent(
                        ModelName.replaced(sent.json(), otherModel), sent.query(), sent.headers());
    }

    /** Leaves out what was said. */
    @Override
    public String toString() {
        return "ChatRequest[api=%s, model=%s, isStreamed=%s, %d bytes]"
                .formatted(api, model, isStreamed, sent.json().length);
    }
}
