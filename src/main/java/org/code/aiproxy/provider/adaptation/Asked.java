package org.code.aiproxy.provider.adaptation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Parameter;

/**
 * What a call asks for; calls that ask for the same are refused for the same reasons.
 *
 * @param subject who is asked
 * @param parameters the parameters that it asks for
 */
public record Asked(Subject subject, Set<Parameter> parameters) {

    /**
     * Whom lessons are about.
     *
     * @param model the provider's name for the model
     * @param card what is known of it, if anything is
     * @param effort how long it should think, if the caller says: some models sample freely at some
     *     efforts only
     */
    public record Subject(String model, Optional<ModelCard> card, Optional<Effort> effort) {}

    public Asked {
        parameters = Set.copyOf(parameters);
    }

    /**
     * What a request for an answer asks for.
     *
     * @param model the provider's name for the model
     * @param completions how many completions one call is to give
     */
    public static Asked of(
            ModelRequest request, String model, Optional<ModelCard> card, int completions) {
        Set<Parameter> parameters = EnumSet.of(Parameter.TEMPERATURE, Parameter.MAX_TOKENS);
        Optional<Effort> effort = request.generation().effort();
        if (completions > 1) {
            parameters.add(Parameter.N);
        }
        if (request.schema().isPresent()) {
            parameters.addAll(Set.of(Parameter.RESPONSE_FORMAT, Parameter.TOOL_CHOICE));
        }
        if (effort.isPresent()) {
            parameters.add(Parameter.REASONING_EFFORT);
        }
        return new Asked(new Subject(model, card, effort), parameters);
    }
}
