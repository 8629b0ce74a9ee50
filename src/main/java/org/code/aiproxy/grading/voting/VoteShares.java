package org.code.aiproxy.grading.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.code.aiproxy.grading.rubric.Label;

/** How probable labels are by votes. */
public final class VoteShares {

    private VoteShares() {}

    /**
     * The probability of each label, after Laplace's rule of succession: (votes for it + 1) /
     * (votes + labels), so that no label is certain or impossible. Nothing by fewer than two votes.
     */
    public static SequencedMap<Label, Double> of(List<Label> votes) {
        SequencedMap<Label, Double> shares = new LinkedHashMap<>();
        if (votes.size() > 1) {
            for (Label label : Label.values()) {
                shares.put(
                        label,
                        (Collections.frequency(votes, label) + 1.0)
                                / (votes.size() + Label.values().length));
            }
        }
        return shares;
    }
}
