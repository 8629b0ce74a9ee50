package org.code.aiproxy.provider.bedrock.converse;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.code.aiproxy.model.CallerGoneException;
import software.amazon.awssdk.core.exception.SdkException;

/** A blocking call of the AWS SDK that ends when its thread is interrupted, wherever it is. */
final class CancellableCall {

    /**
     * When an interruption finds the SDK with half a response, the SDK reads on to the end before
     * it gives up; another interruption ends that too.
     */
    private static final Duration BETWEEN_INTERRUPTIONS = Duration.ofMillis(100);

    private CancellableCall() {}

    /**
     * Makes the call on a virtual thread, which has ended when this returns or throws.
     *
     * @throws SdkException when the call does
     * @throws CallerGoneException when this thread is interrupted
     */
    static <T> T make(Supplier<T> call) {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            end(thread);
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        }
    }

    private static void end(Thread thread) {
        boolean hasEnded = false;
        while (!hasEnded) {
            thread.interrupt();
            try {
                hasEnded = thread.join(BETWEEN_INTERRUPTIONS);
            } catch (InterruptedException e) {
                // The thread that waits is known to be interrupted already.
            }
        }
    }
}
