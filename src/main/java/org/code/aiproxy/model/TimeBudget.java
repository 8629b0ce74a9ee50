package org.code.aiproxy.model;

import java.time.Duration;

/**
 * The time that a request may take in all: every call, retry and further question.
 *
 * @param time from when the request has been read
 */
public record TimeBudget(Duration time) {

    /** Starts the clock for a request. */
    public Deadline begin() {
        return Deadline.in(time);
    }
}
