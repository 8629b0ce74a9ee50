package org.code.aiproxy.rubrictester.statistics.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.Scale;

/**
 * Two AIs compared on what both labelled.
 *
 * @param ratings how many ratings turned from wrong to right, from right to wrong, or neither
 * @param byStudent what each got right of each student's ratings
 * @param byKeyConcept the two compared on each key concept
 * @param difference the second's accuracy minus the first's, clustered by student
 * @param unpaired how many ratings were left out because only one AI's is there
 */
public record PairedComparison(
        Changes ratings,
        SequencedMap<String, PairedAccuracy> byStudent,
        SequencedMap<String, ConceptComparison> byKeyConcept,
        ClusteredMean difference,
        int unpaired) {

    public PairedComparison {
        byStudent = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byStudent));
        byKeyConcept = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKeyConcept));
    }

    /**
     * Compares ratings by student and key concept, in the order of the first AI's.
     *
     * @throws IllegalArgumentException if a student and key concept are rated twice by one AI, or
     *     people's labels differ
     */
    public static PairedComparison of(List<Rating> before, List<Rating> after, Scale scale) {
        List<PairedRating> pairs = pairs(before, after);
        return new PairedComparison(
                changes(pairs, scale),
                grouped(pairs, PairedRating::student, ofOne -> PairedAccuracy.of(ofOne, scale)),
                byKeyConcept(pairs, scale),
                ClusteredMean.of(pairs, PairedRating::student, pair -> pair.difference(scale)),
                before.size() + after.size() - 2 * pairs.size());
    }

    /** The 95 % interval of the difference, by a bootstrap over students; within −1 and 1. */
    public Optional<Interval> interval() {
        return PairedBootstrap.difference(byStudent.values());
    }

    /** How many students have more right, fewer, or as many. */
    public Changes students() {
        return Changes.of(byStudent.values().stream().map(PairedAccuracy::change).toList());
    }

    private static SequencedMap<String, ConceptComparison> byKeyConcept(
            List<PairedRating> pairs, Scale scale) {
        SequencedMap<String, List<PairedRating>> concepts =
                grouped(pairs, PairedRating::keyConcept, List::copyOf);
        List<Double> adjusted =
                Holm.adjusted(
                        concepts.values().stream()
                                .map(concept -> changes(concept, scale).mcNemarP())
                                .toList());
        SequencedMap<String, ConceptComparison> compared = new LinkedHashMap<>();
        concepts.forEach((name, concept) ->
                compared.put(name, compared(concept, scale, adjusted.get(compared.size()))));
        return compared;
    }

    private static ConceptComparison compared(
            List<PairedRating> pairs, Scale scale, double adjustedP) {
        Changes changes = changes(pairs, scale);
        return new ConceptComparison(
                PairedAccuracy.of(pairs, scale), changes, changes.mcNemarP(), adjustedP);
    }

    private static Changes changes(Collection<PairedRating> pairs, Scale scale) {
        return Changes.of(
                pairs.stream()
                        .map(pair ->
                                Change.between(pair.rightBefore(scale), pair.rightAfter(scale)))
                        .toList());
    }

    private static <T> SequencedMap<String, T> grouped(
            List<PairedRating> pairs,
            Function<PairedRating, String> key,
            Function<List<PairedRating>, T> summary) {
        return pairs.stream()
                .collect(
                        Collectors.groupingBy(
                                key,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), summary)));
    }

    private static List<PairedRating> pairs(List<Rating> before, List<Rating> after) {
        SequencedMap<Case, Rating> byCase = byCase(after);
        List<PairedRating> pairs = new ArrayList<>();
        byCase(before)
                .forEach((rated, rating) -> {
                    Rating other = byCase.get(rated);
                    if (other != null) {
                        pairs.add(new PairedRating(rating, other));
                    }
                });
        return pairs;
    }

    private static SequencedMap<Case, Rating> byCase(List<Rating> ratings) {
        SequencedMap<Case, Rating> byCase = new LinkedHashMap<>();
        for (Rating rating : ratings) {
            if (byCase.put(new Case(rating.student(), rating.keyConcept()), rating) != null) {
                throw new IllegalArgumentException("Rated twice: " + rating);
            }
        }
        return byCase;
    }

    private record Case(String student, String keyConcept) {}
}
