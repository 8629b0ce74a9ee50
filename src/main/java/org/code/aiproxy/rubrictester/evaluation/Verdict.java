package org.code.aiproxy.rubrictester.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run comes to: the first thing that a report says.
 *
 * @param sentence for people; blank for what the thresholds themselves say
 * @param thresholds what was asked of the AI; none where nothing was
 * @param notes what a reader should know before relying on it, each a sentence
 */
public record Verdict(String sentence, List<Threshold> thresholds, List<String> notes) {

    /** Of a run from which nothing in particular was asked. */
    public static final Verdict NONE = new Verdict("", List.of(), List.of());

    public Verdict {
        thresholds = List.copyOf(thresholds);
        notes = List.copyOf(notes);
    }

    /**
     * An accuracy that was asked for.
     *
     * @param name a key concept's, or "Overall"
     * @param least the share that is enough, 0 to 1
     * @param accuracy the share that was reached; empty where nothing could be compared
     */
    public record Threshold(String name, double least, OptionalDouble accuracy) {

        /** Whether as much was reached; an accuracy that is unknown is not enough. */
        public boolean isMet() {
            return accuracy.isPresent() && accuracy.getAsDouble() >= least;
        }
    }

    /** Whether all thresholds were met; empty where there are none. */
    public Optional<Boolean> isMet() {
        return thresholds.isEmpty()
                ? Optional.empty()
                : Optional.of(thresholds.stream().allMatch(Threshold::isMet));
    }

    /** The sentence, or what the thresholds say in its place. */
    public String text() {
        if (!sentence.isBlank()) {
            return sentence;
        }
        long met = thresholds.stream().filter(Threshold::isMet).count();
        return thresholds.isEmpty()
                ? "No pass mark is set."
                : "%d of %d thresholds were met.".formatted(met, thresholds.size());
    }
}
