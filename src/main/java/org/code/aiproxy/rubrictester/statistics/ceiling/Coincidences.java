package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often two graders of the same work gave which two levels: the matrix of K. Krippendorff,
 * "Computing Krippendorff's Alpha-Reliability" (2011), to which each work adds as much as it has
 * graders. Matrices of different work add up.
 */
final class Coincidences {

    private final int levels;
    private final double[] counts;

    private Coincidences(int levels, double[] counts) {
        this.levels = levels;
        this.counts = counts;
    }

    /** Of no work. */
    static Coincidences none(int levels) {
        return new Coincidences(levels, new double[levels * levels]);
    }

    /**
     * Of one piece of work.
     *
     * @param given the level that each grader gave, from 0; fewer than two say nothing
     */
    static Coincidences of(List<Integer> given, int levels) {
        double[] counts = new double[levels * levels];
        for (int i = 0; i < given.size(); i++) {
            for (int j = 0; j < given.size(); j++) {
                if (i != j) {
                    counts[given.get(i) * levels + given.get(j)] += 1.0 / (given.size() - 1);
                }
            }
        }
        return new Coincidences(levels, counts);
    }

    Coincidences plus(Coincidences more) {
        double[] sum = new double[counts.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = counts[i] + more.counts[i];
        }
        return new Coincidences(levels, sum);
    }

    /**
     * Krippendorff's alpha for ordered levels: one minus the disagreement that was seen over the
     * one expected by chance. Undefined where all graders always give the same level.
     */
    OptionalDouble ordinalAlpha() {
        double[] totals =
                IntStream.range(0, levels)
                        .mapToDouble(level ->
                                IntStream.range(0, levels)
                                        .mapToDouble(other -> counts[level * levels + other])
                                        .sum())
                        .toArray();
        double all = IntStream.range(0, levels).mapToDouble(level -> totals[level]).sum();
        double seen = 0;
        double expected = 0;
        for (int low = 0; low < levels; low++) {
            for (int high = low + 1; high < levels; high++) {
                double distance = distance(totals, low, high);
                seen += counts[low * levels + high] * distance;
                expected += totals[low] * totals[high] * distance;
            }
        }
        return expected == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (all - 1) * seen / expected);
    }

    /** Squared: how many labels lie between two levels, half of each of the two included. */
    private static double distance(double[] totals, int low, int high) {
        double between = IntStream.rangeClosed(low, high).mapToDouble(level -> totals[level]).sum();
        double distance = between - (totals[low] + totals[high]) / 2;
        return distance * distance;
    }
}
