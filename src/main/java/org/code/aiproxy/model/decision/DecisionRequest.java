package org.code.aiproxy.model.decision;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.Message;

/**
 * What is asked of a model that decides.
 *
 * @param model its name as callers write it, with the provider's prefix
 * @param messages what the questions are about; what all requests of a lesson share comes first
 * @param questions at least one, each about all of the messages
 * @param callersKey the caller's own OpenAI key, to be used for this request only
 * @param deadline when the answer must be there
 */
public record DecisionRequest(
        String model,
        List<Message> messages,
        List<Question> questions,
        Optional<String> callersKey,
        Deadline deadline) {

    public DecisionRequest {
        messages = List.copyOf(messages);
        questions = List.copyOf(questions);
    }

    /** Leaves the key out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "DecisionRequest[model=%s, %d questions]".formatted(model, questions.size());
    }
}
