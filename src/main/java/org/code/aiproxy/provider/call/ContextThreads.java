package org.code.aiproxy.provider.call;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads that know which request they work for, so that logs and traces can tell. */
public final class ContextThreads {

    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private ContextThreads() {}

    /** An executor that starts a thread for each task, with the context of who hands it in. */
    public static ExecutorService executor() {
        return ContextExecutorService.wrap(Executors.newVirtualThreadPerTaskExecutor(), SNAPSHOTS);
    }
}
