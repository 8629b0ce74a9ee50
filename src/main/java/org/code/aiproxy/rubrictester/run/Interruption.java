package org.code.aiproxy.rubrictester.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.rubrictester.experiment.StopSignal;

/**
 * Lets a run end in order when someone presses Ctrl-C: nothing new begins, what is in flight is
 * finished unless that takes long, and the process ends, with status 130, when the run says that it
 * is done, or has had its time.
 */
final class Interruption implements AutoCloseable {

    /** For calls in flight, which are paid for; a provider that hangs gets no more. */
    private static final Duration TO_FINISH = Duration.ofSeconds(8);

    /** A run that ends within this says all when it ends. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** For the reports. */
    private static final Duration TO_REPORT = Duration.ofSeconds(4);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(StopSignal stop, Runnable tell) {
        this.hook =
                Thread.ofPlatform()
                        .unstarted(() -> {
                            stop.stop("Interrupted.");
                            if (isDoneWithin(AT_ONCE)) {
                                return;
                            }
                            tell.run();
                            if (!isDoneWithin(TO_FINISH)) {
                                stop.abort();
                                var _ = isDoneWithin(TO_REPORT);
                            }
                        });
    }

    /**
     * Watches for the interrupt until closed.
     *
     * @param tell is run when it comes and the run doesn't end at once
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

    private boolean isDoneWithin(Duration time) {
        try {
            return done.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
