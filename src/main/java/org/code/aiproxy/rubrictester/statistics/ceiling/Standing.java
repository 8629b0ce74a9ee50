package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.Optional;
import org.code.aiproxy.rubrictester.statistics.Interval;

/**
 * Where the AI stands beside people. Its weighted kappa may be lower than theirs by 0.10, the
 * standard of D. M. Williamson, X. Xi and F. J. Breyer, "A Framework for Evaluation and Use of
 * Automated Scoring", Educational Measurement: Issues and Practice 31, 2012; and that has to be
 * sure, not only so in these programs.
 */
public enum Standing {
    /** It agrees with people as well as they agree with each other. */
    WITHIN,
    /** It agrees less. */
    BELOW,
    /** There are too few programs to tell. */
    UNCLEAR;

    private static final double TOLERANCE = 0.10;

    /**
     * Where it stands.
     *
     * @param difference by how much its weighted kappa is greater than people's
     */
    static Standing of(Optional<Interval> difference) {
        if (difference.isEmpty()) {
            return UNCLEAR;
        }
        if (difference.get().low() >= -TOLERANCE) {
            return WITHIN;
        }
        return difference.get().high() < -TOLERANCE ? BELOW : UNCLEAR;
    }
}
