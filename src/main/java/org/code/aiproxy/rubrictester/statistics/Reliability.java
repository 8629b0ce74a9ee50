package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the AI is right more often where its votes agree more. Ratings of a single vote are left
 * out. For the idea: M. H. DeGroot and S. E. Fienberg, "The comparison and evaluation of
 * forecasters", The Statistician 32, 1983.
 *
 * @param curve how often it is right at each agreement that occurs, the least first
 * @param unanimous how often it is right where all votes have the same level
 * @param split how often it is right where they have not
 * @param leftOut how many ratings had one vote only
 */
public record Reliability(List<Point> curve, Proportion unanimous, Proportion split, int leftOut) {

    /**
     * One agreement among votes.
     *
     * @param agreement the share of the votes with the level that came out
     * @param right how often that level was people's
     */
    public record Point(double agreement, Proportion right) {}

    public Reliability {
        curve = List.copyOf(curve);
    }

    /** Of ratings with any number of votes. */
    public static Reliability of(List<VotedRating> ratings, Scale scale) {
        List<VotedRating> votes = ratings.stream().filter(VotedRating::isVote).toList();
        Predicate<VotedRating> unanimous = rating -> rating.isUnanimous(scale);
        return new Reliability(
                curve(votes, scale),
                right(votes.stream().filter(unanimous).toList(), scale),
                right(votes.stream().filter(unanimous.negate()).toList(), scale),
                ratings.size() - votes.size());
    }

    private static List<Point> curve(List<VotedRating> votes, Scale scale) {
        return votes.stream()
                .collect(
                        Collectors.groupingBy(
                                vote -> vote.agreement(scale), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Point(entry.getKey(), right(entry.getValue(), scale)))
                .toList();
    }

    private static Proportion right(List<VotedRating> votes, Scale scale) {
        return new Proportion(
                (int) votes.stream().filter(vote -> vote.rating().isRight(scale)).count(),
                votes.size());
    }
}
