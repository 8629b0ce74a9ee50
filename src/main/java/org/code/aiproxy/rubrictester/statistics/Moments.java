package org.code.aiproxy.rubrictester.statistics;

import java.util.OptionalDouble;

/**
 * Sums over ratings that are all that quadratic weighted kappa and the moments of labels need. They
 * add up, which makes a resample of students as cheap as one addition for each.
 *
 * @param n how many ratings
 * @param people the sum of people's labels, as numbers
 * @param ai the sum of the AI's
 * @param peopleSquared the sum of the squares of people's
 * @param aiSquared the sum of the squares of the AI's
 * @param distanceSquared the sum of the squared differences between the two
 */
public record Moments(
        long n, long people, long ai, long peopleSquared, long aiSquared, long distanceSquared) {

    /** Of no rating. */
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** Of ratings that are all alike. */
    public static Moments of(int people, int ai, int times) {
        int distance = ai - people;
        return new Moments(
                times,
                (long) times * people,
                (long) times * ai,
                (long) times * people * people,
                (long) times * ai * ai,
                (long) times * distance * distance);
    }

    /** The sums over both. */
    public Moments plus(Moments more) {
        return new Moments(
                n + more.n,
                people + more.people,
                ai + more.ai,
                peopleSquared + more.peopleSquared,
                aiSquared + more.aiSquared,
                distanceSquared + more.distanceSquared);
    }

    /**
     * One minus the squared distance that was seen over the one expected if people and AI labelled
     * independently, each as often as they do (J. Cohen, "Weighted kappa", Psychological Bulletin
     * 70, 1968). Undefined where both give one and the same label throughout.
     */
    public OptionalDouble quadraticWeightedKappa() {
        long expected = n * (peopleSquared + aiSquared) - 2 * people * ai;
        return expected == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (double) (n * distanceSquared) / expected);
    }

    /** The sample variance of people's labels, from two ratings on. */
    OptionalDouble peopleVariance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (n * peopleSquared - people * people) / (n * (n - 1)));
    }
}
