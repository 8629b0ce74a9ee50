package org.code.aiproxy.rubrictester.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How often the AI gave which level where people gave which, and what follows from that alone.
 *
 * @param scale whose levels the rows and columns are, all of them, the worst first
 * @param counts a row for each level of people's, in it a column for each of the AI's
 */
public record ConfusionMatrix(Scale scale, List<List<Integer>> counts) {

    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != scale.size()
                || counts.stream().anyMatch(row -> row.size() != scale.size())) {
            throw new IllegalArgumentException("Not " + scale.size() + " levels: " + counts);
        }
    }

    /** Counts ratings, perhaps none. */
    public static ConfusionMatrix of(List<Rating> ratings, Scale scale) {
        int[][] counts = new int[scale.size()][scale.size()];
        for (Rating rating : ratings) {
            counts[scale.number(rating.people())][scale.number(rating.ai())]++;
        }
        return new ConfusionMatrix(
                scale,
                Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    /** How many ratings have this level by people and that by the AI. */
    public int count(int people, int ai) {
        return counts.get(people).get(ai);
    }

    /** How many ratings have this level by people. */
    public int peopleTotal(int level) {
        return levels().map(ai -> count(level, ai)).sum();
    }

    /** How many ratings have this level by the AI. */
    public int aiTotal(int level) {
        return levels().map(people -> count(people, level)).sum();
    }

    /** How many ratings there are. */
    public int n() {
        return sum((people, ai) -> count(people, ai));
    }

    /** In how many ratings the AI gave people's level. */
    public Proportion accuracy() {
        return withDistance(distance -> distance == 0);
    }

    /** In how many ratings the AI's level is people's or next to it. */
    public Proportion withinOneLevel() {
        return withDistance(distance -> distance <= 1);
    }

    /** In how many of the ratings to which the AI gave a level people gave the same. */
    public Proportion precision(int level) {
        return new Proportion(count(level, level), aiTotal(level));
    }

    /** The accuracy that always giving the level that people gave most often would have. */
    public Proportion majorityBaseline() {
        return new Proportion(levels().map(this::peopleTotal).max().orElse(0), n());
    }

    /**
     * Agreement beyond what labelling independently, each level as often as now, would reach by
     * chance (J. Cohen, "A coefficient of agreement for nominal scales", Educational and
     * Psychological Measurement 20, 1960). Undefined where chance alone agrees always.
     */
    public OptionalDouble kappa() {
        long n = n();
        long byChance =
                levels().mapToLong(level -> (long) peopleTotal(level) * aiTotal(level)).sum();
        return byChance == n * n
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) (n * accuracy().successes() - byChance) / (n * n - byChance));
    }

    /**
     * Cohen's kappa with disagreements weighted by the square of their distance (J. Cohen,
     * "Weighted kappa", Psychological Bulletin 70, 1968). Undefined where both give the same level
     * always.
     */
    public OptionalDouble quadraticWeightedKappa() {
        return moments().quadraticWeightedKappa();
    }

    /**
     * The mean over levels of the harmonic mean of precision and recall, as scikit-learn's {@code
     * f1_score(average="macro")}: over the levels that people or the AI gave, where one that the
     * two never gave together counts 0.
     */
    public OptionalDouble macroF1() {
        return levels().filter(level -> peopleTotal(level) + aiTotal(level) > 0)
                .mapToDouble(
                        level -> 2.0 * count(level, level) / (peopleTotal(level) + aiTotal(level)))
                .average();
    }

    Moments moments() {
        Moments sum = Moments.NONE;
        for (int people = 0; people < scale.size(); people++) {
            for (int ai = 0; ai < scale.size(); ai++) {
                sum = sum.plus(Moments.of(people, ai, count(people, ai)));
            }
        }
        return sum;
    }

    /** The sum over all cells of what is made of their row (people's level) and column. */
    int sum(IntBinaryOperator ofCell) {
        return levels().flatMap(people -> levels().map(ai -> ofCell.applyAsInt(people, ai))).sum();
    }

    private Proportion withDistance(IntPredicate accepted) {
        int successes =
                sum((people, ai) -> accepted.test(Math.abs(people - ai)) ? count(people, ai) : 0);
        return new Proportion(successes, n());
    }

    private IntStream levels() {
        return IntStream.range(0, scale.size());
    }
}
