package org.code.aiproxy.model.decision;

import org.code.aiproxy.model.ModelException;

/** A provider of models that decide. Implementations are thread-safe, and block. */
public interface DecisionClient {

    /**
     * Asks all questions in one call.
     *
     * @return one answer for each question, in their order
     * @throws ModelException when no answer came back
     */
    DecisionResponse decide(DecisionRequest request);
}
