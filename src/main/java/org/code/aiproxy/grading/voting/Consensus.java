package org.code.aiproxy.grading.voting;

import java.util.List;
import org.code.aiproxy.grading.response.LabelledConcept;

/** Makes one answer of several responses, key concept by key concept. */
public final class Consensus {

    private Consensus() {}

    /**
     * The vote on each key concept, in the order given; none on one that no response is about.
     *
     * @param keyConcepts the rubric's names, in order
     * @param responses what each response says, in the order in which they came; of several rows
     *     about one key concept the first counts
     */
    public static List<Vote> votes(
            List<String> keyConcepts, List<List<LabelledConcept>> responses) {
        return keyConcepts.stream()
                .map(name -> rows(name, responses))
                .filter(rows -> !rows.isEmpty())
                .map(Vote::new)
                .toList();
    }

    private static List<LabelledConcept> rows(String name, List<List<LabelledConcept>> responses) {
        return responses.stream()
                .flatMap(response ->
                        response.stream().filter(it -> it.keyConcept().equals(name)).limit(1))
                .toList();
    }
}
