package org.code.aiproxy.rubrictester.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * In how many of n cases something held.
 *
 * @param successes in how many it did, 0 to n
 * @param n how many cases there were, perhaps none
 */
public record Proportion(int successes, int n) {

    public Proportion {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("No proportion: " + successes + " of " + n);
        }
    }

    /** The share, 0 to 1; none of no cases. */
    public OptionalDouble share() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / n);
    }

    /** Wilson's 95 % interval around the share, for cases that are independent. */
    public Optional<Interval> interval() {
        return n == 0 ? Optional.empty() : Optional.of(Wilson.interval((double) successes / n, n));
    }

    /** The share with its interval. */
    public Estimate estimate() {
        return new Estimate(share(), interval());
    }
}
