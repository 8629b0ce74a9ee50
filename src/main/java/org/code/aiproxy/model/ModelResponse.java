package org.code.aiproxy.model;

import java.util.List;

/**
 * What a model answered.
 *
 * @param completions at least one, in the order in which they were asked for
 * @param usage the tokens of all of them
 */
public record ModelResponse(List<Completion> completions, Usage usage) {

    public ModelResponse {
        completions = List.copyOf(completions);
    }
}
