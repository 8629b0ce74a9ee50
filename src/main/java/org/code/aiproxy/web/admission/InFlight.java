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
    private long lastDone;

    /**
     * @param now in nanoseconds, from any moment on, as in the other methods
     */
    RequestPlace add(Admission admission, long bytesOfRequest, long now) {
        if (oldestFirst.isEmpty()) {
            lastDone = now;
        }
        RequestPlace place = new RequestPlace(admission, bytesOfRequest, now);
        oldestFirst.add(place);
        bytes += bytesOfRequest;
        return place;
    }

    void remove(RequestPlace place, long now) {
        oldestFirst.remove(place);
        bytes -= place.bytes();
        lastDone = now;
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
     * How long it probably takes until so many more can be taken on: until as many of the oldest
     * have taken as long as requests take on average, and then by Little's law, since those that
     * came together aren't done in the same moment. What takes longer than that may well take as
     * long again, unless others are being done.
     *
     * @param more at least one
     */
    Duration untilRoomFor(int more, long now) {
        int requests = oldestFirst.size();
        long age =
                oldestFirst.stream()
                        .skip(Math.clamp(more, 1, Math.max(1, requests)) - 1L)
                        .findFirst()
                        .map(place -> now - place.start())
                        .orElse(0L);
        long left = (long) meanNanos - age;
        long untilDue = left >= 0 ? left : Math.min(-left, now - lastDone);
        return Duration.ofNanos(untilDue + (long) (more * meanNanos / Math.max(1, requests)));
    }
}
