package org.code.aiproxy.rubrictester.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of Stuart and Maxwell whether people and the AI give each level equally often, for
 * ratings that are independent (A. Stuart, Biometrika 42, 1955; A. E. Maxwell, British Journal of
 * Psychiatry 116, 1970). With two levels it is McNemar's test without a correction.
 *
 * @param statistic follows χ² where the margins are equal
 * @param degreesOfFreedom how many differences of the margins are free to vary, at least 1
 * @param p how likely a statistic as large is if the margins are equal
 */
public record MarginTest(double statistic, int degreesOfFreedom, double p) {

    /**
     * A pivot is the weight of the disagreements between one level and those not yet eliminated,
     * partly in series: 0, or at least 1 over the number of levels. Less is a rounding error.
     */
    private static final double NO_WEIGHT = 1e-6;

    /** None where people and AI never disagree. */
    public static Optional<MarginTest> of(ConfusionMatrix confusion) {
        double[][] covariance = covariance(confusion);
        double[] difference = difference(confusion);
        double statistic = 0;
        int rank = 0;
        for (int pivot = 0; pivot < difference.length; pivot++) {
            if (covariance[pivot][pivot] > NO_WEIGHT) {
                statistic += difference[pivot] * difference[pivot] / covariance[pivot][pivot];
                rank++;
                eliminate(pivot, covariance, difference);
            }
        }
        return rank == 0 ? Optional.empty() : Optional.of(of(statistic, rank));
    }

    private static MarginTest of(double statistic, int rank) {
        double p = ChiSquaredDistribution.of(rank).survivalProbability(statistic);
        return new MarginTest(statistic, rank, p);
    }

    private static double[] difference(ConfusionMatrix confusion) {
        double[] difference = new double[confusion.scale().size()];
        for (int level = 0; level < difference.length; level++) {
            difference[level] = confusion.peopleTotal(level) - confusion.aiTotal(level);
        }
        return difference;
    }

    private static double[][] covariance(ConfusionMatrix confusion) {
        int size = confusion.scale().size();
        double[][] covariance = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int count = confusion.count(row, column) + confusion.count(column, row);
                covariance[row][column] -= count;
                covariance[row][row] += count;
            }
        }
        return covariance;
    }

    /**
     * One step of Gauss's elimination. All levels are kept and pivots of 0 passed over, which
     * amounts to a generalised inverse: the differences add up to 0 within levels that are mixed up
     * with each other, so levels that never occur or are always agreed on take nothing but a degree
     * of freedom.
     */
    private static void eliminate(int pivot, double[][] covariance, double[] difference) {
        for (int row = pivot + 1; row < difference.length; row++) {
            double factor = covariance[row][pivot] / covariance[pivot][pivot];
            difference[row] -= factor * difference[pivot];
            for (int column = pivot; column < difference.length; column++) {
                covariance[row][column] -= factor * covariance[pivot][column];
            }
        }
    }
}
