package org.code.aiproxy.rubrictester.statistics;

import java.util.Comparator;
import java.util.List;

/**
 * What the votes behind the AI's labels tell, on one scale.
 *
 * @param agreement among the votes
 * @param reliability whether votes that agree are right more often
 * @param secondLook where a unanimous AI disagrees with people, so that a person may look whether
 *     the people's label is the error: the furthest apart first, then the most votes
 */
public record VoteFigures(
        FleissKappa agreement, Reliability reliability, List<VotedRating> secondLook) {

    public VoteFigures {
        secondLook = List.copyOf(secondLook);
    }

    /** Of ratings with any number of votes. */
    public static VoteFigures of(List<VotedRating> ratings, Scale scale) {
        return new VoteFigures(
                FleissKappa.of(ratings, scale),
                Reliability.of(ratings, scale),
                ratings.stream()
                        .filter(vote -> vote.isUnanimous(scale) && !vote.rating().isRight(scale))
                        .sorted(
                                Comparator.<VotedRating>comparingInt(
                                                vote -> -vote.rating().distance(scale))
                                        .thenComparingInt(vote -> -vote.votes().size()))
                        .toList());
    }
}
