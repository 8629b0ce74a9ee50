package org.code.aiproxy.rubrictester.statistics.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.code.aiproxy.rubrictester.statistics.Interval;

/**
 * The percentile bootstrap interval of a difference of two AIs' accuracy, from samples of whole
 * students (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
 * It can't leave what is possible, from −1 to 1.
 */
final class PairedBootstrap {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_260;
    private static final double TAIL = 0.025;

    private PairedBootstrap() {}

    /** The 95 % interval; empty of fewer than two students, and where all are alike. */
    static Optional<Interval> difference(Collection<PairedAccuracy> students) {
        List<PairedAccuracy> all = List.copyOf(students);
        if (all.size() < 2) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            differences[i] = resample(all, random);
        }
        double[] ends =
                Quantile.withDefaults()
                        .with(EstimationMethod.HF7)
                        .evaluate(differences, TAIL, 1 - TAIL);
        return ends[0] < ends[1] ? Optional.of(new Interval(ends[0], ends[1])) : Optional.empty();
    }

    private static double resample(List<PairedAccuracy> students, SplittableRandom random) {
        int gained = 0;
        int n = 0;
        for (int drawn = 0; drawn < students.size(); drawn++) {
            PairedAccuracy student = students.get(random.nextInt(students.size()));
            gained += student.after().successes() - student.before().successes();
            n += student.after().n();
        }
        return (double) gained / n;
    }
}
