package org.code.aiproxy.grading.voting;

import java.util.Collections;
import java.util.List;
import org.code.aiproxy.grading.rubric.Label;

/**
 * Asks for no more responses than the outcome depends on: votes come in steps, and end as soon as
 * those that are left could not change any key concept's label. Since a tie goes to the label seen
 * first, the label is the one that all responses would have given, in every case.
 */
public final class AdaptiveVoting {

    private AdaptiveVoting() {}

    /** How many responses to begin with: the fewest that can decide. */
    public static int first(int wanted) {
        return wanted / 2 + 1;
    }

    /**
     * How many more to ask for: the fewest that can decide all key concepts; 0 once all are.
     *
     * @param votes on each key concept so far
     * @param left how many responses may still be asked for
     */
    public static int next(List<Vote> votes, int left) {
        return votes.stream().mapToInt(vote -> needed(vote.labels(), left)).max().orElse(left);
    }

    /** The fewest more votes, all for the leader, after which the rest can't change it. */
    private static int needed(List<Label> labels, int left) {
        int more = 0;
        while (more < left && !isDecided(labels, more, left - more)) {
            more++;
        }
        return more;
    }

    private static boolean isDecided(List<Label> labels, int moreForLeader, int rest) {
        Label leader = Vote.winner(labels);
        long votesOfLeader = count(labels, leader) + moreForLeader;
        for (Label other : Label.values()) {
            long most = count(labels, other) + rest;
            boolean wouldTieAndWasFirst = most == votesOfLeader && isFirst(labels, other, leader);
            if (other != leader && (most > votesOfLeader || wouldTieAndWasFirst)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirst(List<Label> labels, Label one, Label other) {
        int at = labels.indexOf(one);
        return at >= 0 && at < labels.indexOf(other);
    }

    private static long count(List<Label> labels, Label label) {
        return Collections.frequency(labels, label);
    }
}
