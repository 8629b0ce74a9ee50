package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import org.code.aiproxy.grading.rubric.Label;

/**
 * A rating with the votes that the AI's label was made of.
 *
 * @param rating with the label that came out of the votes
 * @param votes the label of each usable response, at least one
 */
public record VotedRating(Rating rating, List<Label> votes) {

    public VotedRating {
        votes = List.copyOf(votes);
        if (votes.isEmpty()) {
            throw new IllegalArgumentException("No vote led to " + rating);
        }
    }

    /** The share of the votes with the level that came out, 0 to 1. */
    public double agreement(Scale scale) {
        return (double) votesFor(scale.number(rating.ai()), scale) / votes.size();
    }

    /** Whether all votes have the same level; a single vote agrees with no one. */
    public boolean isUnanimous(Scale scale) {
        return isVote() && votesFor(scale.number(votes.getFirst()), scale) == votes.size();
    }

    /** Whether there was more than one vote, so that they could agree or not. */
    boolean isVote() {
        return votes.size() > 1;
    }

    int votesFor(int level, Scale scale) {
        return (int) votes.stream().filter(vote -> scale.number(vote) == level).count();
    }
}
