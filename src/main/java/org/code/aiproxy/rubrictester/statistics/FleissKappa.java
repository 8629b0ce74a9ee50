package org.code.aiproxy.rubrictester.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Agreement among the votes beyond chance, whether or not they are right (J. L. Fleiss, "Measuring
 * nominal scale agreement among many raters", Psychological Bulletin 76, 1971). It is defined for
 * cases with equally many votes, so the cases with the most common number of votes count (of two
 * equally common ones, the greater) and the others are left out.
 *
 * @param kappa empty of no cases, and where all votes have the same level
 * @param votes how many each case has that counts, at least 2; 0 if there is no such case
 * @param cases how many cases count
 * @param leftOut how many cases have another number of votes
 */
public record FleissKappa(OptionalDouble kappa, int votes, int cases, int leftOut) {

    private static final Comparator<Map.Entry<Integer, List<VotedRating>>> MOST_COMMON =
            Comparator.comparingInt(votes -> votes.getValue().size());

    /** Of ratings with any number of votes. */
    public static FleissKappa of(List<VotedRating> ratings, Scale scale) {
        Map<Integer, List<VotedRating>> byVotes =
                ratings.stream()
                        .filter(VotedRating::isVote)
                        .collect(Collectors.groupingBy(rating -> rating.votes().size()));
        int votes =
                byVotes.entrySet().stream()
                        .max(MOST_COMMON.thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0);
        List<VotedRating> cases = byVotes.getOrDefault(votes, List.of());
        return new FleissKappa(
                kappa(cases, votes, scale), votes, cases.size(), ratings.size() - cases.size());
    }

    private static OptionalDouble kappa(List<VotedRating> cases, int votes, Scale scale) {
        long all = (long) cases.size() * votes;
        long agreeing = 0;
        long byChance = 0;
        for (int level = 0; level < scale.size(); level++) {
            int given = level;
            List<Integer> counts = cases.stream().map(one -> one.votesFor(given, scale)).toList();
            agreeing += counts.stream().mapToLong(count -> count * (count - 1L)).sum();
            long total = counts.stream().mapToLong(Integer::longValue).sum();
            byChance += total * total;
        }
        if (byChance == all * all) {
            return OptionalDouble.empty();
        }
        double observed = (double) agreeing / (all * (votes - 1L));
        double expected = (double) byChance / (all * all);
        return OptionalDouble.of((observed - expected) / (1 - expected));
    }
}
