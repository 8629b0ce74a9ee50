package org.code.aiproxy.web.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Which part of the last seconds went by in full collections that freed next to nothing. */
final class CollectionPressure {

    private static final double HOPELESS = 0.7;

    private final Duration window;
    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * @param window how long a time is looked at
     */
    CollectionPressure(Duration window) {
        this.window = window;
    }

    /**
     * @param nanos when
     * @param collecting for how long the process had collected by then
     * @param isShort whether the heap was nearly full even so
     */
    private record Look(long nanos, Duration collecting, boolean isShort) {}

    Duration window() {
        return window;
    }

    void add(long nanos, Duration collecting, boolean isShort) {
        looks.addLast(new Look(nanos, collecting, isShort));
        // One look before the window stays: what is between it and the next is part of the window.
        while (looks.size() > 2 && age(second()) >= window.toNanos()) {
            looks.removeFirst();
        }
    }

    private Look second() {
        var all = looks.iterator();
        all.next();
        return all.next();
    }

    private long age(Look look) {
        return looks.getLast().nanos() - look.nanos();
    }

    /** The part of the window that full collections took, from 0 to 1. */
    double share() {
        long age = age(looks.getFirst());
        Duration collecting = looks.getLast().collecting().minus(looks.getFirst().collecting());
        return age == 0 ? 0 : Math.min(1, (double) collecting.toNanos() / age);
    }

    /** Whether nothing but collecting has been done for the whole window, in vain. */
    boolean isHopeless() {
        return age(looks.getFirst()) >= window.toNanos()
                && share() >= HOPELESS
                && looks.stream().allMatch(Look::isShort);
    }
}
