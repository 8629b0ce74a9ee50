package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.statistics.Scale;

/**
 * The human ceiling, overall and of each key concept.
 *
 * @param overall of all judgements
 * @param byKeyConcept in the order of the rubric
 */
public record Ceilings(Ceiling overall, SequencedMap<String, Ceiling> byKeyConcept) {

    public Ceilings {
        byKeyConcept = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKeyConcept));
    }

    /**
     * Compares people with each other, and the AI with them.
     *
     * @param keyConcepts the rubric's names, in order
     * @param seed of the bootstrap
     */
    public static Ceilings of(
            List<String> keyConcepts, List<Judgement> judgements, Scale scale, long seed) {
        SequencedMap<String, Ceiling> byKeyConcept = new LinkedHashMap<>();
        for (String name : keyConcepts) {
            byKeyConcept.put(
                    name,
                    Ceiling.of(
                            judgements.stream().filter(it -> it.keyConcept().equals(name)).toList(),
                            scale,
                            seed));
        }
        return new Ceilings(Ceiling.of(judgements, scale, seed), byKeyConcept);
    }

    /** Whether two people labelled the same work anywhere. */
    public boolean isEmpty() {
        return overall.judgements() == 0;
    }
}
