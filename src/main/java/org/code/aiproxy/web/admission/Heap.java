package org.code.aiproxy.web.admission;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How full the heap is. */
final class Heap {

    private static final double SHORT = 0.9;

    /** As HotSpot names the beans of its serial, parallel, G1 and Z collectors. */
    private static final String COLLECTS_ALL =
            "MarkSweepCompact|PS MarkSweep|G1 Old Generation|ZGC Major Cycles";

    private static final List<String> POOLS =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .toList();

    private final Optional<GarbageCollectorMXBean> fullCollections =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .filter(collector -> collector.getName().matches(COLLECTS_ALL))
                    .findFirst();

    /** Bytes that it can hold. */
    long size() {
        return Runtime.getRuntime().maxMemory();
    }

    /**
     * Whether nine tenths of it are taken, and were in use when all of it was last collected, which
     * happens whenever it is exhausted. One of the two alone tells little: much of what is taken
     * may be garbage, and what was in use once may be garbage by now.
     */
    boolean isShort() {
        return isMost(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed())
                && isMost(inUseAfterFullCollection());
    }

    /** How long collections of all of it have taken since the process started. */
    Duration fullCollectionTime() {
        return fullCollections
                .map(collector -> Duration.ofMillis(collector.getCollectionTime()))
                .orElse(Duration.ZERO);
    }

    private boolean isMost(long bytes) {
        return bytes > SHORT * size();
    }

    private long inUseAfterFullCollection() {
        return fullCollections
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .map(GcInfo::getMemoryUsageAfterGc)
                .map(Heap::inUse)
                .orElse(0L);
    }

    /** A collection reports classes and compiled code as well. */
    private static long inUse(Map<String, MemoryUsage> pools) {
        return POOLS.stream().map(pools::get).mapToLong(MemoryUsage::getUsed).sum();
    }
}
