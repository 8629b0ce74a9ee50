package org.code.aiproxy.rubrictester.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilson's score interval, which stays honest for few cases and shares near 0 or 1 (E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", JASA 22, 1927).
 */
final class Wilson {

    private static final double Z =
            NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.TAIL);

    private Wilson() {}

    /** The interval around a share that was seen in n independent cases, n over 0. */
    static Interval interval(double share, int n) {
        double shrink = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2 * n)) / shrink;
        double reach = Z / shrink * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return new Interval(centre - reach, centre + reach).ofShare();
    }
}
