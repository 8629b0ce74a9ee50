package org.code.aiproxy.provider.adaptation;

import java.util.List;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Parameter;

/** What a provider refused in a request. */
public sealed interface Refusal {

    /** The parameter at fault. */
    Parameter parameter();

    /** The model doesn't take the parameter. */
    record Unsupported(Parameter parameter) implements Refusal {}

    /**
     * The model doesn't take this effort.
     *
     * @param allowed the efforts that it takes
     */
    record EffortNotAllowed(List<Effort> allowed) implements Refusal {

        public EffortNotAllowed {
            allowed = List.copyOf(allowed);
        }

        @Override
        public Parameter parameter() {
            return Parameter.REASONING_EFFORT;
        }
    }

    /**
     * The model can't write so many tokens.
     *
     * @param most how many it can write, at least 1
     */
    record TooManyTokens(int most) implements Refusal {

        @Override
        public Parameter parameter() {
            return Parameter.MAX_TOKENS;
        }
    }
}
