package org.code.aiproxy.rubrictester.statistics;

import java.util.OptionalDouble;

/**
 * How far the AI's levels are from people's, in levels of the scale.
 *
 * @param bias the AI's mean minus people's: over 0 where it is too generous, under 0 where it is
 *     too strict
 * @param standardisedMeanDifference the bias in units of the standard deviation of people's levels
 *     (of a sample: n − 1); undefined where those do not vary. After D. M. Williamson, X. Xi and F.
 *     J. Breyer, "A framework for evaluation and use of automated scoring", Educational Measurement
 *     31(1), 2012
 * @param meanAbsoluteDistance the mean of the distances, whichever their direction
 */
public record Distances(
        OptionalDouble bias,
        OptionalDouble standardisedMeanDifference,
        OptionalDouble meanAbsoluteDistance) {

    private static final Distances UNDEFINED =
            new Distances(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** All undefined where there are no ratings. */
    public static Distances of(ConfusionMatrix confusion) {
        Moments moments = confusion.moments();
        if (moments.n() == 0) {
            return UNDEFINED;
        }
        double bias = (double) (moments.ai() - moments.people()) / moments.n();
        int distance =
                confusion.sum((people, ai) -> Math.abs(people - ai) * confusion.count(people, ai));
        return new Distances(
                OptionalDouble.of(bias),
                standardised(bias, moments.peopleVariance()),
                OptionalDouble.of((double) distance / moments.n()));
    }

    private static OptionalDouble standardised(double bias, OptionalDouble variance) {
        return variance.isEmpty() || variance.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(bias / Math.sqrt(variance.getAsDouble()));
    }
}
