package org.code.aiproxy.rubrictester.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure with what is uncertain about it.
 *
 * @param value the figure; empty where it is undefined
 * @param interval its 95 % interval; empty where the ratings do not tell, never without a value
 */
public record Estimate(OptionalDouble value, Optional<Interval> interval) {

    public Estimate {
        if (value.isEmpty() && interval.isPresent()) {
            throw new IllegalArgumentException("An interval around no value: " + interval);
        }
    }
}
