package org.code.aiproxy.rubrictester.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Percentile bootstrap intervals, from samples of whole students drawn with replacement (B. Efron
 * and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; C. A. Field and A. H.
 * Welsh, "Bootstrapping clustered data", JRSS B 69, 2007).
 */
public final class StudentBootstrap {

    private static final int RESAMPLES = 2_000;

    /** With more resamples undefined than this, what the others say is not what was asked. */
    private static final int MOST_UNDEFINED = RESAMPLES / 20;

    private StudentBootstrap() {}

    /** The interval of quadratic weighted kappa. */
    static Optional<Interval> quadraticWeightedKappa(List<Rating> ratings, Scale scale, long seed) {
        List<Moments> resamples =
                resamples(
                        byStudent(ratings, scale),
                        drawn -> drawn.stream().reduce(Moments.NONE, Moments::plus),
                        seed);
        return interval(resamples, Moments::quadraticWeightedKappa);
    }

    /**
     * Resamples of students; the same for the same students in the same order and the same seed.
     * None of fewer than two students.
     *
     * @param students what figures need to know of each
     * @param together what they need to know of as many, of whom some are there more than once
     */
    public static <T, S> List<S> resamples(
            List<T> students, Function<List<T>, S> together, long seed) {
        if (students.size() < 2) {
            return List.of();
        }
        RandomGenerator random = new SplittableRandom(seed);
        return IntStream.range(0, RESAMPLES)
                .mapToObj(_ -> together.apply(resample(students, random)))
                .toList();
    }

    /**
     * The 95 % interval of a figure. Empty without resamples, where the figure is undefined in more
     * than one of 20, and where all have the same: they do not show how others vary.
     */
    public static <S> Optional<Interval> interval(
            List<S> resamples, Function<S, OptionalDouble> figure) {
        double[] figures =
                resamples.stream().map(figure).flatMapToDouble(OptionalDouble::stream).toArray();
        return figures.length == 0 || resamples.size() - figures.length > MOST_UNDEFINED
                ? Optional.empty()
                : percentiles(figures).filter(interval -> interval.low() < interval.high());
    }

    private static Optional<Interval> percentiles(double[] figures) {
        double[] ends =
                Quantile.withDefaults()
                        .with(EstimationMethod.HF7)
                        .evaluate(figures, Interval.TAIL, 1 - Interval.TAIL);
        return Optional.of(new Interval(ends[0], ends[1]));
    }

    private static <T> List<T> resample(List<T> students, RandomGenerator random) {
        List<T> drawn = new ArrayList<>(students.size());
        for (int i = 0; i < students.size(); i++) {
            drawn.add(students.get(random.nextInt(students.size())));
        }
        return drawn;
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
