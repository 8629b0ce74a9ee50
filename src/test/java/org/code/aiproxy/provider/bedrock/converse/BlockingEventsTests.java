package org.code.aiproxy.provider.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.provider.bedrock.converse.BlockingEvents.Signal;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

class BlockingEventsTests {

    private final BlockingEvents<String> events = new BlockingEvents<>(2);
    private final Asked first = new Asked(new AtomicLong(), new AtomicBoolean());
    private final Asked second = new Asked(new AtomicLong(), new AtomicBoolean());

    private record Asked(AtomicLong wanted, AtomicBoolean isCancelled) implements Subscription {

        @Override
        public void request(long count) {
            wanted.addAndGet(count);
        }

        @Override
        public void cancel() {
            isCancelled.set(true);
        }
    }

    @Test
    void asksEachPublisherForOneEventAtATime() throws InterruptedException {
        events.source(0).onSubscribe(first);
        events.source(1).onSubscribe(second);
        events.source(1).onNext("x");

        assertThat(next()).isEqualTo(new Signal.Event<>(1, "x"));
        assertThat(second.wanted()).hasValue(1);
        events.source(1).more();
        assertThat(second.wanted()).hasValue(2);
        assertThat(first.wanted()).hasValue(1);
    }

    @Test
    void tellsTheEndOfEachPublisherOnce() throws InterruptedException {
        IOException fault = new IOException();
        events.source(0).onComplete();
        events.source(0).onError(new IOException());
        events.source(1).onError(fault);
        events.source(1).onComplete();

        assertThat(next()).isEqualTo(new Signal.Ended<>(0));
        assertThat(next()).isEqualTo(new Signal.Failed<>(fault));
        assertThat(events.next(Deadline.in(Duration.ZERO))).isEqualTo(new Signal.TimedOut<>());
    }

    @Test
    void cancelsSubscriptionsThatComeLaterToo() {
        events.source(0).onSubscribe(first);
        events.cancel();
        events.source(1).onSubscribe(second);

        assertThat(first.isCancelled()).isTrue();
        assertThat(second.isCancelled()).isTrue();
        assertThat(second.wanted()).hasValue(0);
    }

    private Signal<String> next() throws InterruptedException {
        return events.next(Deadline.in(Duration.ofSeconds(20)));
    }
}
