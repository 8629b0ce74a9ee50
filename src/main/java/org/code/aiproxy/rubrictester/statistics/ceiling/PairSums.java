package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.OptionalDouble;
import org.code.aiproxy.rubrictester.statistics.Moments;

/**
 * Sums over pairs of labels for the same work, of which those of different work add up.
 *
 * @param moments what quadratic weighted kappa needs
 * @param equal how many pairs are the same level twice
 */
record PairSums(Moments moments, long equal) {

    static final PairSums NONE = new PairSums(Moments.NONE, 0);

    static PairSums of(int one, int other) {
        return new PairSums(Moments.of(one, other, 1), one == other ? 1 : 0);
    }

    PairSums plus(PairSums more) {
        return new PairSums(moments.plus(more.moments), equal + more.equal);
    }

    OptionalDouble share() {
        return moments.n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) equal / moments.n());
    }

    OptionalDouble quadraticWeightedKappa() {
        return moments.quadraticWeightedKappa();
    }
}
