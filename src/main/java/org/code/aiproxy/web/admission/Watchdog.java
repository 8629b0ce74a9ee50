package org.code.aiproxy.web.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Looks at this process four times a second. How late it is itself shows how long everything has
 * stood still; and where collections take nearly all of the time and free next to nothing, it ends
 * the process: a new one is better than one that hangs.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Less is the scheduler's doing. */
    private static final Duration LATE = Duration.ofMillis(250);

    /** For the line that says why the process ends, when there is no memory left for it. */
    private static final DataSize RESERVE = DataSize.ofMegabytes(1);

    private final List<byte[]> reserve = new ArrayList<>();
    private final Heap heap;
    private final CollectionPressure pressure;
    private final Consumer<String> end;
    private final Thread watcher;
    private final LongAdder stalledNanos = new LongAdder();
    private volatile boolean isHeapShort;

    /**
     * @param patience for how long collections may take nearly all of the time
     * @param end ends the process, told why in a sentence
     */
    Watchdog(Heap heap, Duration patience, Consumer<String> end) {
        this.reserve.add(new byte[Math.toIntExact(RESERVE.toBytes())]);
        this.heap = heap;
        this.pressure = new CollectionPressure(patience);
        this.end = end;
        this.watcher = Thread.ofPlatform().name("watchdog").daemon().start(this::watch);
    }

    /** Whether memory for more than what is under way is wanting. */
    boolean isHeapShort() {
        return isHeapShort;
    }

    /** For how long this process has stood still since it started, all times together. */
    Duration stalled() {
        return Duration.ofNanos(stalledNanos.sum());
    }

    private void watch() {
        long last = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                long now = System.nanoTime();
                Duration late = Duration.ofNanos(now - last).minus(BETWEEN_LOOKS);
                if (late.compareTo(LATE) > 0) {
                    stalledNanos.add(late.toNanos());
                }
                last = now;
                look(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            // Wherever it comes from, or the process would go on unwatched.
            reserve.clear();
            end.accept("The heap is exhausted.");
        }
    }

    private void look(long now) {
        try {
            isHeapShort = heap.isShort();
            pressure.add(now, heap.fullCollectionTime(), isHeapShort);
            if (pressure.isHopeless()) {
                reserve.clear();
                end.accept(why());
            }
        } catch (RuntimeException e) {
            LOG.warn("The heap can't be inspected", e);
        }
    }

    private String why() {
        return "Full collections took %d%% of the last %d s and left the heap of %d MB full. Increase the memory (-Xmx, or the container's), or lower AIPROXY_MAX_IN_FLIGHT."
                .formatted(
                        Math.round(pressure.share() * 100),
                        pressure.window().toSeconds(),
                        heap.size() >> 20);
    }

    /** Says why, and ends the process at once: what an orderly end needs is lacking. */
    static void endProcess(String why) {
        try {
            LOG.error("Ending this process. {}", why);
        } finally {
            // What HotSpot's ExitOnOutOfMemoryError ends with.
            Runtime.getRuntime().halt(3);
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
