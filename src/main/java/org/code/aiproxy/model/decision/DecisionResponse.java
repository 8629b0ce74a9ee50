package org.code.aiproxy.model.decision;

import java.util.List;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What a model decided.
 *
 * @param answers one for each question, in their order
 * @param usage the tokens that were paid for
 */
public record DecisionResponse(List<Answer> answers, Usage usage) {

    public DecisionResponse {
        answers = List.copyOf(answers);
    }
}
