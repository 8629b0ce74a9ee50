package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.provider.call.ContextThreads;

/**
 * The same call a number of times, all at once, each on a virtual thread. Unlike with {@link
 * org.code.aiproxy.provider.call.ParallelCalls}, the answers are of use only together: the first
 * fault ends the other calls.
 */
final class AllCalls {

    private AllCalls() {}

    /**
     * @throws CallerGoneException when the thread is interrupted; the calls' threads are too
     */
    static <T> List<T> make(int times, Supplier<T> call) {
        if (times == 1) {
            return List.of(call.get());
        }
        try (ExecutorService executor = ContextThreads.executor()) {
            CompletionService<T> ended = new ExecutorCompletionService<>(executor);
            List<Future<T>> calls =
                    Stream.generate(() -> ended.submit(call::get)).limit(times).toList();
            try {
                for (int i = 0; i < times; i++) {
                    ended.take().get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallerGoneException(e);
            } catch (ExecutionException e) {
                throw fault(e);
            } finally {
                executor.shutdownNow();
            }
            return calls.stream().map(Future::resultNow).toList();
        }
    }

    private static RuntimeException fault(ExecutionException e) {
        return e.getCause() instanceof RuntimeException fault
                ? fault
                : new IllegalStateException(e.getCause());
    }
}
