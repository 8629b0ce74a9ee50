package org.code.aiproxy.rubrictester.statistics.selective;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;
import org.code.aiproxy.rubrictester.statistics.Estimate;

/**
 * How sure the AI has to be of a label so that it is given without a person, and the promise holds.
 *
 * <p>Thresholds are tested from the strictest down, each with the exact binomial test at the full
 * level, until one fails: fixed-sequence testing, the simplest form of Learn-then-Test (A. N.
 * Angelopoulos et al., <a href="https://arxiv.org/abs/2110.01052">arXiv 2110.01052</a>). The grid
 * of thresholds is fixed beforehand, so that ties do no harm, and thresholds that too few labels
 * reach to be tested are passed over by their number alone. No distribution is assumed, only that
 * labels which the AI is less sure of aren't better; where they are, the test stops sooner or later
 * than need be, but the last threshold has passed a test of its own.
 *
 * <p>Students are the units: of one student's labels one takes part, drawn by lot, so that those
 * that take part are independent, and the share of wrong ones is that of all labels.
 *
 * @param threshold labels with at least this confidence are given without a person
 * @param tested how many labels reach it, one of a student
 * @param errors how many of them are wrong
 * @param bound the greatest share of wrong labels that this leaves possible, at the certainty
 * @param coverage the share of all labels that reach the threshold
 */
public record Guarantee(double threshold, int tested, int errors, double bound, Estimate coverage) {

    /** Thresholds in hundredths: finer ones would be no other promise. */
    private static final int STEPS = 100;

    /** What numbers in steps of a hundredth lose in binary, and more. */
    private static final double ROUNDING = 1e-9;

    /**
     * Looks for the lowest threshold that keeps the promise.
     *
     * @param labels of students who are a random sample of those to come
     * @param seed of the lots
     * @return empty where these labels can't certify the promise at any threshold
     */
    public static Optional<Guarantee> of(List<ScoredLabel> labels, Promise promise, long seed) {
        List<ScoredLabel> units = oneOfEachStudent(labels, seed);
        int enough = enough(promise, units.size());
        Optional<Guarantee> kept = Optional.empty();
        for (int step = STEPS; step >= 0; step--) {
            double threshold = (double) step / STEPS;
            List<ScoredLabel> given =
                    units.stream().filter(label -> reaches(label, threshold)).toList();
            if (given.size() < enough) {
                continue;
            }
            int errors = (int) given.stream().filter(label -> !label.isRight()).count();
            if (!promise.isKeptBy(errors, given.size())) {
                break;
            }
            kept =
                    Optional.of(
                            new Guarantee(
                                    threshold,
                                    given.size(),
                                    errors,
                                    promise.bound(errors, given.size()),
                                    coverage(labels, threshold)));
        }
        return kept;
    }

    /** The share of labels that reach a threshold, with its interval by students. */
    public static Estimate coverage(List<ScoredLabel> labels, double threshold) {
        return ClusteredMean.of(
                        labels, ScoredLabel::student, label -> reaches(label, threshold) ? 1 : 0)
                .estimate();
    }

    /** Whether a label is given without a person. */
    public static boolean reaches(ScoredLabel label, double threshold) {
        return label.confidence() >= threshold - ROUNDING;
    }

    /**
     * With how many labels testing begins: as few as leave room for an error more than fewer would,
     * and no more than a quarter of all, so that one error among the surest doesn't end it.
     */
    private static int enough(Promise promise, int students) {
        int enough = promise.fewest(0);
        for (int errors = 1; promise.fewest(errors) <= students / 4; errors++) {
            enough = promise.fewest(errors);
        }
        return enough;
    }

    private static List<ScoredLabel> oneOfEachStudent(List<ScoredLabel> labels, long seed) {
        Random lots = new Random(seed);
        return labels.stream()
                .collect(
                        Collectors.groupingBy(
                                ScoredLabel::student, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(own -> own.get(lots.nextInt(own.size())))
                .toList();
    }
}
