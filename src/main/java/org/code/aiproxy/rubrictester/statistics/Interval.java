package org.code.aiproxy.rubrictester.statistics;

/** A 95 % confidence interval, both ends included. */
public record Interval(double low, double high) {

    /** How sure an interval is to hold the true value. */
    static final double CONFIDENCE = 0.95;

    /** The share that lies above the interval, and as much below it. */
    static final double TAIL = (1 - CONFIDENCE) / 2;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("No interval: from " + low + " to " + high);
        }
    }

    /** As much of the interval as can hold a share: what lies within 0 to 1. */
    public Interval ofShare() {
        return new Interval(Math.clamp(low, 0, 1), Math.clamp(high, 0, 1));
    }
}
