package org.code.aiproxy.provider.bedrock.converse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.CallerIds;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.SilentStreamException;
import org.code.aiproxy.provider.answer.StreamPace;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkCancellationException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

/**
 * The ConverseStream API, read by blocking (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">API
 * reference</a>).
 */
public final class ConverseStreamApi {

    private final Supplier<BedrockRuntimeAsyncClient> client;
    private final AnswerLimits limits;

    /** Takes events on the thread that asked for them, one at a time. */
    public interface Reader {

        /**
         * Takes one event.
         *
         * @param stream which of the streams the event is from, from 0
         */
        void read(int stream, ConverseStreamOutput event);
    }

    /**
     * How long a stream may take.
     *
     * @param begin when the first event must be there
     * @param end when the last one must be there
     */
    public record TimeLimit(Deadline begin, Deadline end) {}

    /**
     * @param client called at the first request
     */
    public ConverseStreamApi(Supplier<BedrockRuntimeAsyncClient> client, AnswerLimits limits) {
        this.limits = limits;
        this.client = SingletonSupplier.of(client);
    }

    /**
     * Makes the same call a number of times, all at once, and reads the streams to their end. Where
     * one fails, or the reader does, all are cancelled.
     *
     * @throws ModelException when a stream fails
     * @throws CallerGoneException when the thread is interrupted
     */
    public void stream(
            ConverseStreamRequest.Builder request, int times, TimeLimit limit, Reader reader) {
        BlockingEvents<ConverseStreamOutput> events = new BlockingEvents<>(times);
        ConverseStreamRequest within = within(request, limit.end());
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        try {
            for (int i = 0; i < times; i++) {
                calls.add(begin(within, events.source(i)));
            }
            read(events, times, limit, reader);
        } catch (SilentStreamException e) {
            throw ModelException.TimedOut.silent(BedrockFaults.PROVIDER, e.silence(), e);
        } catch (SdkException e) {
            throw BedrockFaults.translate(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        } finally {
            events.cancel();
            calls.forEach(call -> call.cancel(true));
        }
    }

    private static ConverseStreamRequest within(
            ConverseStreamRequest.Builder request, Deadline deadline) {
        Duration remaining = deadline.remaining();
        if (remaining.isZero()) {
            throw new ModelException.TimedOut(BedrockFaults.PROVIDER);
        }
        return request.overrideConfiguration(
                        options -> {
                            options.apiCallTimeout(remaining).apiCallAttemptTimeout(remaining);
                            CallerIds.headers().forEach(options::putHeader);
                        })
                .build();
    }

    private CompletableFuture<Void> begin(
            ConverseStreamRequest request, BlockingEvents<ConverseStreamOutput>.Source source) {
        ConverseStreamResponseHandler handler =
                ConverseStreamResponseHandler.builder()
                        .onEventStream(events -> events.subscribe(source))
                        .build();
        CompletableFuture<Void> call = client.get().converseStream(request, handler);
        var _ = call.whenComplete((nothing, fault) -> callEnded(fault, source));
        // Not what comes after it: only the call itself can be cancelled.
        return call;
    }

    /** A fault before the first event is told nowhere else. */
    private static void callEnded(
            @Nullable Throwable fault, BlockingEvents<ConverseStreamOutput>.Source source) {
        if (fault == null) {
            if (!source.hasBegun()) {
                source.onComplete();
            }
        } else if (isCancellation(fault)) {
            // The SDK cancels its own call when it reads a fault in the stream; the fault itself is
            // on its way to the subscriber, and counts if it comes.
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                    .execute(() -> source.onError(fault));
        } else {
            source.onError(fault);
        }
    }

    private static boolean isCancellation(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(SdkCancellationException.class::isInstance);
    }

    private void read(
            BlockingEvents<ConverseStreamOutput> events,
            int streams,
            TimeLimit limit,
            Reader reader)
            throws InterruptedException, SilentStreamException {
        int open = streams;
        Deadline next = limit.begin();
        StreamPace pace = limits.pace();
        while (open > 0) {
            switch (events.next(next.atMost(pace.left()))) {
                case BlockingEvents.Signal.Event<ConverseStreamOutput>(int stream, var event) -> {
                    pace.piece(() -> isUseful(event));
                    pace.passOn(() -> reader.read(stream, event));
                    events.source(stream).more();
                    next = limit.end();
                }
                case BlockingEvents.Signal.Ended<ConverseStreamOutput> _ -> open--;
                case BlockingEvents.Signal.Failed<ConverseStreamOutput>(Throwable fault) ->
                        throw translate(fault);
                case BlockingEvents.Signal.TimedOut<ConverseStreamOutput> _ -> {
                    if (!next.isOver()) {
                        pace.piece(() -> false);
                    }
                    throw new ModelException.TimedOut(BedrockFaults.PROVIDER);
                }
            }
        }
    }

    /** Whether an event has something of the answer. */
    private static boolean isUseful(ConverseStreamOutput event) {
        return switch (event) {
            case ContentBlockDeltaEvent it ->
                    it.delta() != null
                            && !Objects.equals(it.delta().text(), "")
                            && (it.delta().toolUse() == null
                                    || !Objects.equals(it.delta().toolUse().input(), ""));
            case ContentBlockStartEvent _, ContentBlockStopEvent _, MessageStopEvent _ -> true;
            default -> false;
        };
    }

    private static ModelException translate(Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        return cause instanceof SdkException e
                ? BedrockFaults.translate(e)
                : BedrockFaults.unreadable(cause);
    }
}
