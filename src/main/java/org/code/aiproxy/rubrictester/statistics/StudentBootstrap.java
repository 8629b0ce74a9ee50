package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The percentile bootstrap interval of quadratic weighted kappa, from samples of whole students
 * drawn with replacement (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993,
 * chapter 13; C. A. Field and A. H. Welsh, "Bootstrapping clustered data", JRSS B 69, 2007).
 */
final class StudentBootstrap {

    private static final int RESAMPLES = 2_000;

    /** With more resamples undefined than this, what the others say is not what was asked. */
    private static final int MOST_UNDEFINED = RESAMPLES / 20;

    private StudentBootstrap() {}

    /**
     * The 95 % interval; the same for the same ratings in any order and the same seed. Empty of
     * fewer than two students, where kappa is undefined in more than one of 20 resamples, and where
     * all resamples have the same kappa: they do not show how others vary.
     */
    static Optional<Interval> quadraticWeightedKappa(List<Rating> ratings, Scale scale, long seed) {
        List<Moments> students = byStudent(ratings, scale);
        if (students.size() < 2) {
            return Optional.empty();
        }
        RandomGenerator random = new SplittableRandom(seed);
        double[] kappas =
                IntStream.range(0, RESAMPLES)
                        .mapToObj(_ -> resample(students, random).quadraticWeightedKappa())
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray();
        return RESAMPLES - kappas.length > MOST_UNDEFINED
                ? Optional.empty()
                : percentiles(kappas).filter(interval -> interval.low() < interval.high());
    }

    private static Optional<Interval> percentiles(double[] kappas) {
        double[] ends =
                Quantile.withDefaults()
                        .with(EstimationMethod.HF7)
                        .evaluate(kappas, Interval.TAIL, 1 - Interval.TAIL);
        return Optional.of(new Interval(ends[0], ends[1]));
    }

    private static Moments resample(List<Moments> students, RandomGenerator random) {
        Moments sum = Moments.NONE;
        for (int drawn = 0; drawn < students.size(); drawn++) {
            sum = sum.plus(students.get(random.nextInt(students.size())));
        }
        return sum;
    }

    private static List<Moments> byStudent(List<Rating> ratings, Scale scale) {
        return List.copyOf(
                ratings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Rating::student,
                                        TreeMap::new,
                                        Collectors.reducing(
                                                Moments.NONE,
                                                rating -> moments(rating, scale),
                                                Moments::plus)))
                        .values());
    }

    private static Moments moments(Rating rating, Scale scale) {
        return Moments.of(scale.number(rating.people()), scale.number(rating.ai()), 1);
    }
}
