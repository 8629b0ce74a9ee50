package org.code.aiproxy.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.completion.CompletionReader;
import org.code.aiproxy.completion.Reading;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.Usage;

/**
 * What a model said, and what could be made of it.
 *
 * @param completions what it said
 * @param readings what came of reading each of them
 * @param usage the tokens that it took
 */
record ModelAnswer(List<Completion> completions, List<Reading> readings, Usage usage) {

    ModelAnswer {
        completions = List.copyOf(completions);
        readings = List.copyOf(readings);
    }

    static ModelAnswer read(ModelResponse response, CompletionReader reader) {
        return new ModelAnswer(
                response.completions(),
                response.completions().stream().map(reader::read).toList(),
                response.usage());
    }

    List<Reading.Usable> usable() {
        return only(Reading.Usable.class).toList();
    }

    List<Reading.Unusable> unusable() {
        return only(Reading.Unusable.class).toList();
    }

    List<RawResponse> raw() {
        return Stream.iterate(0, i -> i < readings.size(), i -> i + 1)
                .map(i -> RawResponse.of(completions.get(i), readings.get(i)))
                .toList();
    }

    private <T extends Reading> Stream<T> only(Class<T> kind) {
        return readings.stream().filter(kind::isInstance).map(kind::cast);
    }
}
