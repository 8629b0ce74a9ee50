package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.catalogue.Effort;

/**
 * Which model is asked, and how.
 *
 * @param models their names, with the provider's prefix; each but the first is asked only where
 *     those before it can't answer
 * @param callersKey the caller's own OpenAI key, for this request only
 * @param responses how many responses vote, 1 to 10
 * @param adaptive whether to ask for no more of them than the outcome depends on
 * @param temperature how freely the model samples, 0 to 2
 * @param effort how long the model thinks before it answers, if the request says
 * @param format what the prompt asks the model to answer in
 */
public record ModelChoice(
        List<String> models,
        Optional<String> callersKey,
        int responses,
        boolean adaptive,
        double temperature,
        Optional<Effort> effort,
        ResponseFormat format) {

    public ModelChoice {
        models = List.copyOf(models);
    }

    /** The model that is asked first. */
    public String model() {
        return models.getFirst();
    }

    /** Leaves the key out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ModelChoice[models=%s, responses=%d, format=%s]"
                .formatted(models, responses, format);
    }
}
