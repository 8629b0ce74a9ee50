package org.code.aiproxy.adaptation;

import java.util.List;

/**
 * How a provider is asked as long as nothing else is known of a model.
 *
 * @param provider what errors, answers and the log call the provider
 * @param id what metrics call it
 * @param limitFields the fields that limit an answer's tokens, in the order in which they are tried
 * @param takesN whether one call can ask for several completions
 */
public record Conventions(
        String provider, String id, List<TokenLimitField> limitFields, boolean takesN) {

    public Conventions {
        limitFields = List.copyOf(limitFields);
    }
}
