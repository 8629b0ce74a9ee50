package org.code.aiproxy.rubrictester.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folders that a run has to itself. */
final class RunLocks implements AutoCloseable {

    private final Map<Path, RunLock> locks = new LinkedHashMap<>();

    /** Locks a folder, unless this run has it already. */
    void take(Path folder) {
        locks.computeIfAbsent(folder.toAbsolutePath().normalize(), _ -> RunLock.take(folder));
    }

    @Override
    public void close() {
        locks.values().forEach(RunLock::close);
    }
}
