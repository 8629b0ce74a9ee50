package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.CompletionReader;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.grading.voting.Consensus;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What a model said, and what could be made of it.
 *
 * @param completions what it said
 * @param readings what came of reading each of them
 * @param usage the tokens that it took
 * @param adjusted what was done otherwise than the request asks
 */
record ModelAnswer(
        List<Completion> completions,
        List<Reading> readings,
        Usage usage,
        List<Adjustment> adjusted) {

    ModelAnswer {
        completions = List.copyOf(completions);
        readings = List.copyOf(readings);
        adjusted = adjusted.stream().distinct().toList();
    }

    static ModelAnswer read(ModelResponse response, CompletionReader reader) {
        return new ModelAnswer(
                response.completions(),
                response.completions().stream().map(reader::read).toList(),
                response.usage(),
                response.adjusted());
    }

    /** This and what the model said afterwards. */
    ModelAnswer plus(ModelAnswer later) {
        return new ModelAnswer(
                Stream.concat(completions.stream(), later.completions.stream()).toList(),
                Stream.concat(readings.stream(), later.readings.stream()).toList(),
                usage.plus(later.usage),
                Stream.concat(adjusted.stream(), later.adjusted.stream()).toList());
    }

    /** Whether no response was left unread but for those that the request cut off. */
    boolean lacksRoom() {
        return IntStream.range(0, readings.size())
                .filter(i -> readings.get(i) instanceof Reading.Unusable)
                .allMatch(i -> completions.get(i).lacksRoom());
    }

    /** Whether a filter or the model itself withheld all: to ask the same again is useless. */
    boolean isWithheld() {
        return usable().isEmpty()
                && completions.stream()
                        .allMatch(
                                it -> it.finishReason() == Completion.FinishReason.CONTENT_FILTER);
    }

    /**
     * The vote on each of some key concepts. Responses that can't be used have none as long as one
     * can; where none can, the rows that can be read vote, and a key concept may be left without.
     */
    List<Vote> votes(List<String> keyConcepts) {
        List<Reading.Usable> usable = usable();
        List<? extends Reading> voters = usable.isEmpty() ? readings : usable;
        return Consensus.votes(keyConcepts, voters.stream().map(Reading::rows).toList());
    }

    List<Reading.Usable> usable() {
        return only(Reading.Usable.class).toList();
    }

    List<Reading.Unusable> unusable() {
        return only(Reading.Unusable.class).toList();
    }

    List<RawResponse> raw() {
        return IntStream.range(0, readings.size())
                .mapToObj(i -> RawResponse.of(completions.get(i), readings.get(i)))
                .toList();
    }

    private <T extends Reading> Stream<T> only(Class<T> kind) {
        return readings.stream().filter(kind::isInstance).map(kind::cast);
    }
}
