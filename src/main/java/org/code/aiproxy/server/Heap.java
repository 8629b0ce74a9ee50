package org.code.aiproxy.server;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/** How full the heap is once garbage has been collected. */
final class Heap {

    private static final double SHORT = 0.9;

    private final Optional<MemoryPoolMXBean> oldObjects =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                    .findFirst();

    /** Bytes that it can hold. */
    long size() {
        return Runtime.getRuntime().maxMemory();
    }

    /** Whether nine tenths of it were still in use after the last collection of old objects. */
    boolean isShort() {
        return oldObjects
                .map(MemoryPoolMXBean::getCollectionUsage)
                .map(Heap::isShort)
                .orElse(false);
    }

    private static boolean isShort(MemoryUsage usage) {
        return usage.getMax() > 0 && usage.getUsed() > SHORT * usage.getMax();
    }
}
