package org.code.aiproxy.web.admission;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The requests that are being worked on. Not safe for use by several threads. */
final class InFlight {

    /** The share of the newest request in the mean of how long requests take. */
    private static final double NEWEST = 0.05;

    private final SequencedSet<RequestPlace> oldestFirst = new LinkedHashSet<>();
    private long bytes;
    private double meanNanos;
    private long lastChange;

    /**
     * @param now in nanoseconds, from any moment on, as in the other methods
     */
    RequestPlace add(Admission admission, long bytesOfRequest, long now) {
        RequestPlace place = new RequestPlace(admission, bytesOfRequest, now);
        oldestFirst.add(place);
        bytes += bytesOfRequest;
        lastChange = now;
        return place;
    }

    void remove(RequestPlace place, long now) {
        oldestFirst.remove(place);
        bytes -= place.bytes();
        lastChange = now;
        long took = now - place.start();
        meanNanos = meanNanos == 0 ? took : meanNanos + (took - meanNanos) * NEWEST;
    }

    void giveBack(long bytesOfRequest) {
        bytes -= bytesOfRequest;
    }

    int requests() {
        return oldestFirst.size();
    }

    /** Bytes of heap that they are estimated to take. */
    long bytes() {
        return bytes;
    }

    /**
     * How long it probably takes until so many more can be taken on: until the oldest have taken as
     * long as requests take on average. Where none has come or gone for a while, each of them may
     * well take as long as that again.
     *
     * @param more at least one
     */
    Duration untilRoomFor(int more, long now) {
        long sinceLastChange = now - lastChange;
        long untilMean =
                oldestFirst.stream()
                        .skip(Math.min(more, oldestFirst.size()) - 1L)
                        .findFirst()
                        .map(place -> (long) meanNanos - (now - place.start()))
                        .orElse(0L);
        return Duration.ofNanos(Math.max(untilMean, sinceLastChange * more));
    }
}
