package org.code.aiproxy.provider.bedrock.converse;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.code.aiproxy.model.Deadline;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Events of one publisher or several, for one thread that waits for them. No publisher is asked for
 * more than one event at a time, so that a slow reader slows its source down.
 *
 * @param <T> what publishers publish
 */
final class BlockingEvents<T> {

    /** At most one event of each source is on its way, and each can fail and end. */
    private static final int ROOM = 4;

    private final List<Source> sources;
    private final BlockingQueue<Signal<T>> signals;

    /** What comes from the publishers. */
    sealed interface Signal<T> {

        /**
         * An event.
         *
         * @param source which publisher's, from 0
         */
        record Event<T>(int source, T event) implements Signal<T> {}

        /** The end of one publisher's events. */
        record Ended<T>(int source) implements Signal<T> {}

        /** A publisher's fault. */
        record Failed<T>(Throwable fault) implements Signal<T> {}

        /** The deadline is over. */
        record TimedOut<T>() implements Signal<T> {}
    }

    BlockingEvents(int sources) {
        this.sources = IntStream.range(0, sources).mapToObj(Source::new).toList();
        this.signals = new ArrayBlockingQueue<>(ROOM * sources);
    }

    /** What a publisher publishes to. */
    Source source(int index) {
        return sources.get(index);
    }

    /** Waits for what comes next. */
    Signal<T> next(Deadline deadline) throws InterruptedException {
        @Nullable Signal<T> signal =
                signals.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        return signal == null ? new Signal.TimedOut<>() : signal;
    }

    /** Ends all subscriptions, those to come too. */
    void cancel() {
        sources.forEach(Source::cancel);
    }

    private void put(Signal<T> signal) {
        // Never full while publishers keep the rules.
        signals.add(signal);
    }

    /** The place of one publisher. */
    final class Source implements Subscriber<T> {

        private final int index;
        private final AtomicReference<@Nullable Subscription> subscription =
                new AtomicReference<>();
        private final AtomicBoolean isCancelled = new AtomicBoolean();
        private final AtomicBoolean isOver = new AtomicBoolean();

        private Source(int index) {
            this.index = index;
        }

        /** Asks for one more event. */
        void more() {
            Subscription current = subscription.get();
            if (current != null) {
                current.request(1);
            }
        }

        boolean hasBegun() {
            return subscription.get() != null;
        }

        @Override
        public void onSubscribe(Subscription begun) {
            if (!subscription.compareAndSet(null, begun) || isCancelled.get()) {
                begun.cancel();
                return;
            }
            begun.request(1);
        }

        @Override
        public void onNext(T event) {
            put(new Signal.Event<>(index, event));
        }

        @Override
        public void onError(Throwable fault) {
            if (isOver.compareAndSet(false, true)) {
                put(new Signal.Failed<>(fault));
            }
        }

        @Override
        public void onComplete() {
            if (isOver.compareAndSet(false, true)) {
                put(new Signal.Ended<>(index));
            }
        }

        private void cancel() {
            isCancelled.set(true);
            Subscription current = subscription.get();
            if (current != null) {
                current.cancel();
            }
        }
    }
}
