package org.code.aiproxy.model;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a model.
 *
 * @param model its name as callers write it, with the provider's prefix
 * @param messages the conversation so far, the last turn being the user's
 * @param generation how it is to write
 * @param responses how many independent completions are wanted
 * @param format what the prompt asks it to answer in
 * @param schema what its JSON must look like, for models that can be constrained to that
 * @param callersKey the caller's own OpenAI key, to be used for this request only
 * @param deadline when the answer must be there
 */
public record ModelRequest(
        String model,
        List<Message> messages,
        Generation generation,
        int responses,
        ResponseFormat format,
        Optional<ResponseSchema> schema,
        Optional<String> callersKey,
        Deadline deadline) {

    public ModelRequest {
        messages = List.copyOf(messages);
        callersKey = callersKey.filter(key -> !key.isBlank());
    }

    /** The same for another number of completions. */
    public ModelRequest withResponses(int others) {
        return new ModelRequest(
                model, messages, generation, others, format, schema, callersKey, deadline);
    }

    /** The same to another model, which may have less time. */
    public ModelRequest to(String otherModel, Deadline sooner) {
        return new ModelRequest(
                otherModel, messages, generation, responses, format, schema, callersKey, sooner);
    }

    /** The same with another conversation. */
    public ModelRequest asking(List<Message> others) {
        return new ModelRequest(
                model, others, generation, responses, format, schema, callersKey, deadline);
    }

    /** The same with more room for the answer. */
    public ModelRequest withMoreRoom() {
        return new ModelRequest(
                model,
                messages,
                generation.wider(),
                responses,
                format,
                schema,
                callersKey,
                deadline);
    }

    /**
     * Tells the lesson apart by what its programs' requests have in common; empty where they have
     * nothing. 32 hexadecimal digits; OpenAI takes up to 64 characters.
     */
    public Optional<String> prefixKey() {
        return PromptPrefix.of(messages).map(PromptPrefix::key);
    }

    /** The index of the last message that all programs of the lesson share something of, or -1. */
    public int lastShared() {
        return (int) messages.stream().takeWhile(message -> message.sharedLength() > 0).count() - 1;
    }

    /** Whether the provider may cache what all programs of the lesson share. */
    public boolean hasPrefixFor(PromptCaching caching) {
        return PromptPrefix.of(messages)
                .filter(prefix -> prefix.mostTokens() >= caching.fewestTokens())
                .isPresent();
    }

    /** Leaves the key out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ModelRequest[model=%s, %d messages, %s, responses=%d, format=%s]"
                .formatted(model, messages.size(), generation, responses, format);
    }
}
