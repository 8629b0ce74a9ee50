package org.code.aiproxy.provider.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several responses from a model that gives one for each call. */
public final class ParallelCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelCalls.class);

    private sealed interface Outcome {
        record Answered(ModelResponse response) implements Outcome {}

        record Failed(ModelException fault) implements Outcome {}
    }

    private ParallelCalls() {}

    /**
     * Makes the same call a number of times, all at once, each on a virtual thread.
     *
     * @return the completions of the calls that succeeded, in order, and their usage together
     * @throws ModelException the first call's fault, when every call failed
     * @throws CallerGoneException when the thread is interrupted; the calls' threads are too
     */
    public static ModelResponse make(int times, Supplier<ModelResponse> call) {
        if (times == 1) {
            return call.get();
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService executor = ContextThreads.executor()) {
            List<Future<Outcome>> futures =
                    Stream.generate(() -> executor.submit(() -> outcome(call)))
                            .limit(times)
                            .toList();
            try {
                for (Future<Outcome> future : futures) {
                    outcomes.add(future.get());
                }
            } finally {
                // Whatever still runs here is of no use; leaving the block would wait for it.
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return combined(outcomes);
    }

    private static Outcome outcome(Supplier<ModelResponse> call) {
        try {
            return new Outcome.Answered(call.get());
        } catch (ModelException e) {
            return new Outcome.Failed(e);
        }
    }

    private static ModelResponse combined(List<Outcome> outcomes) {
        List<ModelResponse> responses = new ArrayList<>();
        List<ModelException> faults = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Answered(ModelResponse response) -> responses.add(response);
                case Outcome.Failed(ModelException fault) -> faults.add(fault);
            }
        }
        ModelResponse all =
                responses.stream()
                        .filter(response -> !response.completions().isEmpty())
                        .reduce(ModelResponse::plus)
                        .orElseThrow(faults::getFirst);
        if (!faults.isEmpty()) {
            LOG.warn(
                    "{} of {} calls failed; using the others: {}",
                    faults.size(),
                    outcomes.size(),
                    faults.getFirst().summary());
        }
        return all;
    }
}
