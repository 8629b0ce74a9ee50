package org.code.aiproxy.rubrictester.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over cases of which those of one student go together. Its standard error is the
 * cluster-robust one (K.-Y. Liang and S. L. Zeger, Biometrika 73, 1986), times G / (G − 1) for G
 * students as statsmodels' {@code cov_type="cluster"} corrects it for a mean.
 *
 * @param mean empty of no cases
 * @param standardError empty of fewer than two students
 * @param clusters how many students there are
 */
public record ClusteredMean(OptionalDouble mean, OptionalDouble standardError, int clusters) {

    /** Rounding leaves less than this of a standard error that is 0. */
    private static final double NO_SPREAD = 1e-12;

    /** The mean of a value of each case, clustered by student. */
    public static <T> ClusteredMean of(
            Collection<T> cases, Function<T, String> student, ToDoubleFunction<T> value) {
        Map<String, List<T>> clusters =
                cases.stream()
                        .collect(Collectors.groupingBy(student, TreeMap::new, Collectors.toList()));
        OptionalDouble mean = cases.stream().mapToDouble(value).average();
        return new ClusteredMean(
                mean,
                clusters.size() < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                standardError(clusters.values(), value, mean.orElseThrow())),
                clusters.size());
    }

    /**
     * The 95 % interval by Student's t with G − 1 degrees of freedom. Empty where there is no
     * standard error, and where it is 0: students who are all alike do not show how others vary.
     */
    public Optional<Interval> interval() {
        if (standardError.orElse(0) < NO_SPREAD) {
            return Optional.empty();
        }
        double centre = mean.orElseThrow();
        double reach = quantile(clusters - 1) * standardError.orElseThrow();
        return Optional.of(new Interval(centre - reach, centre + reach));
    }

    /** The mean with its interval. */
    public Estimate estimate() {
        return new Estimate(mean, interval());
    }

    /** How many standard errors an interval of Student's t reaches to either side. */
    static double quantile(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(Interval.TAIL);
    }

    private static <T> double standardError(
            Collection<List<T>> clusters, ToDoubleFunction<T> value, double mean) {
        double squares = 0;
        int n = 0;
        for (List<T> cluster : clusters) {
            double residual =
                    cluster.stream().mapToDouble(one -> value.applyAsDouble(one) - mean).sum();
            squares += residual * residual;
            n += cluster.size();
        }
        double correction = clusters.size() / (clusters.size() - 1.0);
        return Math.sqrt(correction * squares) / n;
    }
}
