package org.code.aiproxy.rubrictester.statistics;

import java.util.EnumSet;
import java.util.Set;

/**
 * What automated scoring takes as a warning, at the thresholds of ETS's RSMTool (after D. M.
 * Williamson, X. Xi and F. J. Breyer, "A framework for evaluation and use of automated scoring",
 * Educational Measurement 31(1), 2012). An undefined figure raises no flag.
 */
public enum Flag {
    /** Quadratic weighted kappa is under 0.7. */
    LOW_AGREEMENT,

    /** The standardised mean difference is over 0.15 either way. */
    UNEQUAL_MEANS;

    private static final double LEAST_KAPPA = 0.7;
    private static final double GREATEST_DIFFERENCE = 0.15;

    static Set<Flag> of(ConfusionMatrix confusion) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        confusion
                .quadraticWeightedKappa()
                .ifPresent(kappa -> raise(flags, LOW_AGREEMENT, kappa < LEAST_KAPPA));
        Distances.of(confusion)
                .standardisedMeanDifference()
                .ifPresent(difference ->
                        raise(flags, UNEQUAL_MEANS, Math.abs(difference) > GREATEST_DIFFERENCE));
        return flags;
    }

    private static void raise(Set<Flag> flags, Flag flag, boolean condition) {
        if (condition) {
            flags.add(flag);
        }
    }
}
