package org.code.aiproxy.grading.voting;

import java.util.Collections;
import java.util.List;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.Label;

/**
 * What several completions say about one key concept.
 *
 * @param rows one row of each completion, in the order in which the completions came
 */
public record Vote(List<LabelledConcept> rows) {

    public Vote {
        rows = List.copyOf(rows);
    }

    /** The key concept that the vote is on. */
    public String keyConcept() {
        return rows.getFirst().keyConcept();
    }

    /** The labels that were voted for, in the order in which the completions came. */
    public List<Label> labels() {
        return rows.stream().map(LabelledConcept::label).toList();
    }

    /** The share of the votes that the winner got, over 0 up to 1. */
    public double agreement() {
        return (double) Collections.frequency(labels(), winner()) / rows.size();
    }

    /** The label that most rows carry; on a tie, the one of them that was seen first. */
    public Label winner() {
        return winner(labels());
    }

    static Label winner(List<Label> labels) {
        Label winner = labels.getFirst();
        for (Label label : labels) {
            if (Collections.frequency(labels, label) > Collections.frequency(labels, winner)) {
                winner = label;
            }
        }
        return winner;
    }

    private boolean isUnanimous() {
        return rows.stream().map(LabelledConcept::label).distinct().count() == 1;
    }

    /** The first row with the winning label, its reason led by the votes where they differ. */
    public LabelledConcept result() {
        Label winner = winner();
        LabelledConcept first =
                rows.stream().filter(row -> row.label() == winner).findFirst().orElseThrow();
        return withReason(
                first,
                isUnanimous()
                        ? ReasonMarkup.withoutVotes(first.reason())
                        : ReasonMarkup.withVotes(labels(), first.reason()));
    }

    private static LabelledConcept withReason(LabelledConcept row, String reason) {
        return new LabelledConcept(
                row.keyConcept(), row.label(), row.observations(), row.evidence(), reason);
    }
}
