package org.code.aiproxy.rubrictester;

import java.util.concurrent.CountDownLatch;
import org.code.aiproxy.rubrictester.experiment.StopSignal;

/**
 * Lets a run end in order when somebody presses Ctrl-C: nothing new begins, what is in flight is
 * finished, and the process ends, with status 130, when the run says that it is done.
 */
final class Interruption implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(StopSignal stop, Runnable tell) {
        this.hook =
                Thread.ofPlatform()
                        .unstarted(() -> {
                            stop.stop("The run was interrupted.");
                            tell.run();
                            awaitDone();
                        });
    }

    /**
     * Watches for the interrupt until closed.
     *
     * @param tell is run when it comes
     */
    static Interruption watch(StopSignal stop, Runnable tell) {
        Interruption interruption = new Interruption(stop, tell);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The run is done, and its reports are written. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The interrupt came, and the hook has been waiting for this.
        }
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
