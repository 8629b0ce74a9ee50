package org.code.aiproxy.provider.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.Usage;
import org.junit.jupiter.api.Test;

class ParallelCallsTests {

    private static final ModelResponse RESPONSE =
            new ModelResponse(List.of(new Completion("x", FinishReason.STOP)), new Usage(3, 2));

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void addsUpCompletionsAndUsage() {
        ModelResponse response = ParallelCalls.make(3, () -> RESPONSE);
        assertThat(response.completions()).hasSize(3);
        assertThat(response.usage()).isEqualTo(new Usage(9, 6));
    }

    @Test
    void makesAllCallsAtOnce() {
        CountDownLatch all = new CountDownLatch(5);
        ModelResponse response =
                ParallelCalls.make(
                        5,
                        () -> {
                            all.countDown();
                            assertThat(await(all)).isTrue();
                            return RESPONSE;
                        });
        assertThat(response.completions()).hasSize(5);
    }

    @Test
    void keepsWhatWasPaidForWhenAnotherCallFails() {
        ModelResponse response = ParallelCalls.make(3, this::failTheFirst);
        assertThat(response.completions()).hasSize(2);
        assertThat(response.usage()).isEqualTo(new Usage(6, 4));
    }

    @Test
    void failsWhenAllCallsFail() {
        assertThatThrownBy(() ->
                        ParallelCalls.make(
                                3,
                                () -> {
                                    throw new ModelException.TimedOut("It");
                                }))
                .isInstanceOf(ModelException.TimedOut.class);
    }

    @Test
    void passesAFaultOfOurOwnOn() {
        assertThatThrownBy(() ->
                        ParallelCalls.make(
                                2,
                                () -> {
                                    throw new IllegalArgumentException("a bug");
                                }))
                .hasRootCauseMessage("a bug");
    }

    @Test
    void endsItsCallsWhenItsThreadIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        CountDownLatch interrupted = new CountDownLatch(3);
        AtomicReference<Throwable> outcome = new AtomicReference<>(new AssertionError());
        Thread caller =
                Thread.ofVirtual()
                        .start(() ->
                                outcome.set(
                                        catchThrowable(() ->
                                                ParallelCalls.make(
                                                        3, () -> hang(begun, interrupted)))));
        assertThat(await(begun)).isTrue();
        caller.interrupt();
        assertThat(await(interrupted)).isTrue();
        caller.join();
        assertThat(outcome.get()).isInstanceOf(CallerGoneException.class);
    }

    private static ModelResponse hang(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            Thread.sleep(Duration.ofMinutes(1));
            return RESPONSE;
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new CallerGoneException(e);
        }
    }

    private ModelResponse failTheFirst() {
        if (calls.getAndIncrement() == 0) {
            throw new ModelException.Unavailable("It", "failed.");
        }
        return RESPONSE;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
