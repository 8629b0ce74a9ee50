package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well the AI agrees with people in some ratings, perhaps none.
 *
 * @param confusion how often the AI gave which level where people gave which
 * @param students how many students the ratings are of
 * @param majorityBaseline the share that always giving people's most common level would reach; of
 *     several key concepts, each one's own
 * @param accuracy the share in which the AI gave people's level
 * @param quadraticWeightedKappa with the bootstrap interval of whole students
 */
public record Agreement(
        ConfusionMatrix confusion,
        int students,
        Proportion majorityBaseline,
        Estimate accuracy,
        Estimate quadraticWeightedKappa) {

    /** Of ratings on one key concept: the accuracy's interval is Wilson's. */
    static Agreement onKeyConcept(List<Rating> ratings, Scale scale, long seed) {
        ConfusionMatrix confusion = ConfusionMatrix.of(ratings, scale);
        return of(
                ratings,
                confusion,
                confusion.majorityBaseline(),
                confusion.accuracy().estimate(),
                seed);
    }

    /** Of ratings on several key concepts: the accuracy's interval is clustered by student. */
    static Agreement overall(List<Rating> ratings, Scale scale, long seed) {
        ConfusionMatrix confusion = ConfusionMatrix.of(ratings, scale);
        return of(
                ratings,
                confusion,
                baselineOfConcepts(ratings, scale),
                clusteredAccuracy(ratings, scale),
                seed);
    }

    private static Proportion baselineOfConcepts(List<Rating> ratings, Scale scale) {
        int reached =
                ratings.stream()
                        .collect(Collectors.groupingBy(Rating::keyConcept))
                        .values()
                        .stream()
                        .map(ofOne -> ConfusionMatrix.of(ofOne, scale).majorityBaseline())
                        .mapToInt(Proportion::successes)
                        .sum();
        return new Proportion(reached, ratings.size());
    }

    /** How far the AI's levels are from people's. */
    public Distances distances() {
        return Distances.of(confusion);
    }

    /** Whether people and the AI give each level equally often; none where they always agree. */
    public Optional<MarginTest> marginTest() {
        return MarginTest.of(confusion);
    }

    /** What these figures warn of. */
    public Set<Flag> flags() {
        return Flag.of(confusion);
    }

    private static Agreement of(
            List<Rating> ratings,
            ConfusionMatrix confusion,
            Proportion majorityBaseline,
            Estimate accuracy,
            long seed) {
        return new Agreement(
                confusion,
                (int) ratings.stream().map(Rating::student).distinct().count(),
                majorityBaseline,
                accuracy,
                new Estimate(
                        confusion.quadraticWeightedKappa(),
                        StudentBootstrap.quadraticWeightedKappa(ratings, confusion.scale(), seed)));
    }

    /**
     * The share right, clustered by student. Where the students are all alike, so that they do not
     * show how others vary, the interval is Wilson's as if each student were a single case.
     */
    private static Estimate clusteredAccuracy(List<Rating> ratings, Scale scale) {
        ClusteredMean right =
                ClusteredMean.of(ratings, Rating::student, rating -> rating.isRight(scale) ? 1 : 0);
        return new Estimate(
                right.mean(), right.interval().map(Interval::ofShare).or(() -> asCases(right)));
    }

    private static Optional<Interval> asCases(ClusteredMean right) {
        return right.mean().isEmpty()
                ? Optional.empty()
                : Optional.of(Wilson.interval(right.mean().getAsDouble(), right.clusters()));
    }
}
