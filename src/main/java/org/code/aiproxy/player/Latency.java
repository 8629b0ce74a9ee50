package org.code.aiproxy.player;

import java.time.Duration;

/**
 * How long a provider takes.
 *
 * @param least the shortest time
 * @param most the longest; each in between is as likely
 */
public record Latency(Duration least, Duration most) {

    /** None worth mentioning. */
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    public Latency {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("A latency must begin with the shorter time");
        }
    }

    /**
     * The time of one answer.
     *
     * @param random from 0 to 1
     */
    Duration at(double random) {
        return least.plusNanos(Math.round(most.minus(least).toNanos() * random));
    }
}
