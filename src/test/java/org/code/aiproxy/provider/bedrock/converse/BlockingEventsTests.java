package org.code.aiproxy.provider.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.io.IOException;
import java.time.Duration;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.provider.bedrock.converse.BlockingEvents.Signal;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

class BlockingEventsTests {

    private final BlockingEvents<String> events = new BlockingEvents<>(2);
    private final Subscription first = mock();
    private final Subscription second = mock();

    @Test
    void asksEachPublisherForOneEventAtATime() throws InterruptedException {
        events.source(0).onSubscribe(first);
        events.source(1).onSubscribe(second);
        events.source(1).onNext("x");

        assertThat(next()).isEqualTo(new Signal.Event<>(1, "x"));
        verify(second).request(1);
        events.source(1).more();
        verify(second, times(2)).request(1);
        verify(first).request(1);
        verifyNoMoreInteractions(first, second);
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

        verify(first).cancel();
        verify(second).cancel();
        verifyNoMoreInteractions(second);
    }

    private Signal<String> next() throws InterruptedException {
        return events.next(Deadline.in(Duration.ofSeconds(20)));
    }
}
