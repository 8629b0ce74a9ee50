package org.code.aiproxy.assessment;

import java.util.Optional;
import org.code.aiproxy.model.ResponseFormat;

/**
 * Which model is asked, and how.
 *
 * @param model its name, with the provider's prefix
 * @param callersKey the caller's own OpenAI key, for this request only
 * @param responses how many responses vote, 1 to 10
 * @param adaptive whether to ask for no more of them than the outcome depends on
 * @param temperature how freely the model samples, 0 to 2
 * @param format what the prompt asks the model to answer in
 */
public record ModelChoice(
        String model,
        Optional<String> callersKey,
        int responses,
        boolean adaptive,
        double temperature,
        ResponseFormat format) {

    /** Leaves the key out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ModelChoice[model=%s, responses=%d, format=%s]".formatted(model, responses, format);
    }
}
