package org.code.aiproxy.rubrictester.statistics.comparison;

import java.util.Collection;
import java.util.Collections;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** How many of some cases, ratings or students, improved, worsened and stayed as they were. */
public record Changes(int improved, int worsened, int unchanged) {

    static Changes of(Collection<Change> changes) {
        return new Changes(
                Collections.frequency(changes, Change.IMPROVED),
                Collections.frequency(changes, Change.WORSENED),
                Collections.frequency(changes, Change.UNCHANGED));
    }

    /** How many cases there are. */
    public int n() {
        return improved + worsened + unchanged;
    }

    /**
     * McNemar's exact test for independent cases: how likely improved and worsened are at least as
     * unequal if a change is as likely for the better as for the worse (Q. McNemar, Psychometrika
     * 12, 1947; two-sided binomial). It is 1 where nothing changed.
     */
    public double mcNemarP() {
        // Not by BinomialTest: it looks for the other tail by comparing rounded probabilities, and
        // misses it now and then. Both tails are the same here.
        double tail =
                BinomialDistribution.of(improved + worsened, 0.5)
                        .cumulativeProbability(Math.min(improved, worsened));
        return Math.min(1, 2 * tail);
    }
}
