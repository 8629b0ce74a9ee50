package org.code.aiproxy.model.routing;

import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;

/** Which models a request may ask, and whether it may still spend. */
public interface Allowance {

    /** What there is without limits. */
    Allowance ALL =
            new Allowance() {
                @Override
                public boolean permits(String model) {
                    return true;
                }

                @Override
                public void require(String model, ModelClient client) {}
            };

    /** Whether the model may be asked at all. */
    boolean permits(String model);

    /**
     * Holds a question that is about to be asked to the allowance.
     *
     * @param client who would be asked
     * @throws ModelException.NotAllowed when it may not be asked
     * @throws ModelException.OverBudget when it may not be asked today
     */
    void require(String model, ModelClient client);
}
