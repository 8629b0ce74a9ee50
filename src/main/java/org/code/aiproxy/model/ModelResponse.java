package org.code.aiproxy.model;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What a model answered.
 *
 * @param completions at least one, in the order in which they were asked for
 * @param usage the tokens of all of them
 * @param adjusted what was done otherwise than the request asks, each once
 */
public record ModelResponse(List<Completion> completions, Usage usage, List<Adjustment> adjusted) {

    public ModelResponse {
        completions = List.copyOf(completions);
        adjusted = adjusted.stream().distinct().toList();
    }

    /** To a request that was made as it is. */
    public ModelResponse(List<Completion> completions, Usage usage) {
        this(completions, usage, List.of());
    }

    /** The same, with more that was done otherwise. */
    public ModelResponse adjusted(List<Adjustment> more) {
        return new ModelResponse(completions, usage, both(adjusted, more));
    }

    /** This and another response to the same request. */
    public ModelResponse plus(ModelResponse other) {
        return new ModelResponse(
                both(completions, other.completions),
                usage.plus(other.usage),
                both(adjusted, other.adjusted));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
