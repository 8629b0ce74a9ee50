package org.code.aiproxy.consensus;

import java.util.List;
import org.code.aiproxy.completion.LabelledConcept;
import org.code.aiproxy.completion.Reading;

/** Makes one answer of several usable completions, key concept by key concept. */
public final class Consensus {

    private Consensus() {}

    /**
     * The vote on each key concept, in the order given.
     *
     * @param keyConcepts the rubric's names, in order
     * @param completions at least one, each with a row for every key concept
     */
    public static List<Vote> votes(List<String> keyConcepts, List<Reading.Usable> completions) {
        return keyConcepts.stream().map(name -> vote(name, completions)).toList();
    }

    private static Vote vote(String name, List<Reading.Usable> completions) {
        return new Vote(completions.stream().map(completion -> row(name, completion)).toList());
    }

    private static LabelledConcept row(String name, Reading.Usable completion) {
        return completion.rows().stream()
                .filter(row -> row.keyConcept().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
