package org.code.aiproxy.rubrictester.statistics.selective;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What is to hold of the labels that are given without a person.
 *
 * @param maxError the greatest share of them that may be wrong, over 0 and under 1
 * @param certainty how sure that is to be, over 0 and under 1
 */
public record Promise(double maxError, double certainty) {

    public Promise {
        if (!(maxError > 0 && maxError < 1 && certainty > 0 && certainty < 1)) {
            throw new IllegalArgumentException("No promise: " + maxError + ", " + certainty);
        }
    }

    /**
     * Whether so many errors are too few to be chance where the share of wrong labels is over the
     * maximum: the exact binomial test.
     */
    public boolean isKeptBy(int errors, int labels) {
        return labels > 0
                && BinomialDistribution.of(labels, maxError).cumulativeProbability(errors)
                        <= 1 - certainty;
    }

    /**
     * The fewest labels that certify the promise, each of another student, with so many errors; at
     * most {@link Integer#MAX_VALUE}. The more labels, the surer, so a search by halves finds them.
     */
    public int fewest(int errors) {
        long low = errors + 1L;
        long high = low;
        while (high < Integer.MAX_VALUE && !isKeptBy(errors, (int) high)) {
            low = high + 1;
            high = Math.min(2 * high, Integer.MAX_VALUE);
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (isKeptBy(errors, (int) middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (int) high;
    }

    /**
     * The greatest share of wrong labels that so many errors leave possible: the one-sided bound of
     * C. J. Clopper and E. S. Pearson, Biometrika 26, 1934.
     */
    public double bound(int errors, int labels) {
        return errors == labels
                ? 1
                : BetaDistribution.of(errors + 1, labels - errors)
                        .inverseCumulativeProbability(certainty);
    }
}
