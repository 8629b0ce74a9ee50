package org.code.aiproxy.rubrictester.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How well the AI agrees with people on one scale, overall and on each key concept.
 *
 * @param scale how finely labels are told apart
 * @param overall of all ratings
 * @param byKeyConcept of the ratings on each key concept, in the order of the rubric
 */
public record Figures(
        Scale scale, Agreement overall, SequencedMap<String, Agreement> byKeyConcept) {

    public Figures {
        byKeyConcept = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKeyConcept));
    }

    /**
     * All figures of some ratings.
     *
     * @param keyConcepts the rubric's names, in order; one without ratings has figures of none
     * @param ratings one for each student and key concept that was labelled
     * @param seed of the bootstrap: the same gives the same figures, whatever the ratings' order
     * @throws IllegalArgumentException if a rating is on none of the key concepts
     */
    public static Figures of(
            List<String> keyConcepts, List<Rating> ratings, Scale scale, long seed) {
        SequencedMap<String, Agreement> byKeyConcept = new LinkedHashMap<>();
        for (String keyConcept : keyConcepts) {
            List<Rating> on =
                    ratings.stream()
                            .filter(rating -> rating.keyConcept().equals(keyConcept))
                            .toList();
            byKeyConcept.put(keyConcept, Agreement.onKeyConcept(on, scale, seed));
        }
        for (Rating rating : ratings) {
            if (!byKeyConcept.containsKey(rating.keyConcept())) {
                throw new IllegalArgumentException("Not a key concept of these: " + rating);
            }
        }
        return new Figures(scale, Agreement.overall(ratings, scale, seed), byKeyConcept);
    }

    /** All figures of some ratings, with their key concepts in the order in which they come. */
    public static Figures of(List<Rating> ratings, Scale scale, long seed) {
        return of(
                ratings.stream().map(Rating::keyConcept).distinct().toList(), ratings, scale, seed);
    }
}
