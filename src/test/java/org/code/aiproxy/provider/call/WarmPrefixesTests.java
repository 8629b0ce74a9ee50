package org.code.aiproxy.provider.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.Generation;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.catalogue.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmPrefixesTests {

    private static final Optional<PromptCaching> CACHING =
            Optional.of(new PromptCaching(1024, false));
    private static final ModelResponse ANSWER =
            new ModelResponse(
                    List.of(new Completion("yes", Completion.FinishReason.STOP)), Usage.NONE);
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong();
    private final WarmPrefixes prefixes = new WarmPrefixes(LONG, now::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger others = new AtomicInteger();

    @AfterEach
    void stop() {
        mayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    void letsTheFirstCallEndBeforeOthersGoOut() throws Exception {
        Future<ModelResponse> first = first("m", lesson(1));
        Future<ModelResponse> second = other(prefixes, "m", lesson(1));
        awaitWaiting(1);
        assertThat(others).hasValue(0);

        mayEnd.countDown();

        assertThat(first.get()).isEqualTo(ANSWER);
        assertThat(second.get()).isEqualTo(ANSWER);
    }

    @Test
    void letsOthersGoWhereTheFirstCallFails() throws Exception {
        Future<ModelResponse> first =
                threads.submit(() ->
                        prefixes.call(
                                request("m", lesson(1)),
                                CACHING,
                                () -> {
                                    hold();
                                    throw new ModelException.TimedOut("OpenAI");
                                }));
        begun.await();
        Future<ModelResponse> second = other(prefixes, "m", lesson(1));
        awaitWaiting(1);
        mayEnd.countDown();

        assertThatThrownBy(first::get).hasCauseInstanceOf(ModelException.TimedOut.class);
        assertThat(second.get()).isEqualTo(ANSWER);
    }

    @Test
    void waitsForNoPrefixThatIsWarm() {
        assertThat(call(prefixes, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
        var _ = first("m", lesson(1));
        assertThat(call(prefixes, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void keepsAPrefixWarmAsLongAsItIsUsed() {
        assertThat(call(prefixes, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
        for (int i = 0; i < 3; i++) {
            now.addAndGet(WarmPrefixes.KEPT.minusSeconds(1).toNanos());
            assertThat(call(prefixes, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
        }
        now.addAndGet(WarmPrefixes.KEPT.toNanos());
        var _ = first("m", lesson(1));
        var _ = other(prefixes, "m", lesson(1));
        awaitWaiting(1);
        assertThat(others).hasValue(0);
    }

    @Test
    void waitsNoLongerThanItMay() {
        WarmPrefixes impatient = new WarmPrefixes(Duration.ofSeconds(5), now::get);
        var _ =
                threads.submit(() ->
                        impatient.call(request("m", lesson(1)), CACHING, this::holdAndAnswer));
        await(begun);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(call(impatient, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void waitsForNothingWhereItMustNot() {
        WarmPrefixes off = new WarmPrefixes(Duration.ZERO, now::get);
        var _ =
                threads.submit(
                        () -> off.call(request("m", lesson(1)), CACHING, this::holdAndAnswer));
        await(begun);
        assertThat(call(off, "m", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void tellsModelsAndLessonsApart() {
        var _ = first("m", lesson(1));
        assertThat(call(prefixes, "n", lesson(1), () -> ANSWER)).isEqualTo(ANSWER);
        assertThat(call(prefixes, "m", lesson(2), () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void waitsForNoPrefixThatIsTooShortForACache() {
        var _ = first("m", "short");
        assertThat(call(prefixes, "m", "short", () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void waitsForNoModelThatDoesNotCache() {
        var _ = first("m", lesson(1));
        assertThat(prefixes.call(request("m", lesson(1)), Optional.empty(), () -> ANSWER))
                .isEqualTo(ANSWER);
    }

    @Test
    void stopsWaitingWhenTheCallerIsGone() {
        var _ = first("m", lesson(1));
        Future<ModelResponse> second = other(prefixes, "m", lesson(1));
        awaitWaiting(1);
        second.cancel(true);
        awaitWaiting(0);
        assertThat(others).hasValue(0);
    }

    @Test
    void remembersNoMoreLessonsThanItHasRoomFor() {
        var _ = first("m", lesson(0));
        for (int i = 1; i <= 1000; i++) {
            assertThat(call(prefixes, "m", lesson(i), () -> ANSWER)).isEqualTo(ANSWER);
        }
        assertThat(call(prefixes, "m", lesson(0), () -> ANSWER)).isEqualTo(ANSWER);
    }

    private Future<ModelResponse> first(String model, String lesson) {
        Future<ModelResponse> first =
                threads.submit(() -> call(prefixes, model, lesson, this::holdAndAnswer));
        await(begun);
        return first;
    }

    private Future<ModelResponse> other(WarmPrefixes warm, String model, String lesson) {
        return threads.submit(() ->
                call(
                        warm,
                        model,
                        lesson,
                        () -> {
                            others.incrementAndGet();
                            return ANSWER;
                        }));
    }

    private static ModelResponse call(
            WarmPrefixes warm, String model, String lesson, Supplier<ModelResponse> call) {
        return warm.call(request(model, lesson), CACHING, call);
    }

    private ModelResponse holdAndAnswer() {
        hold();
        return ANSWER;
    }

    private void hold() {
        begun.countDown();
        await(mayEnd);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        }
    }

    private void awaitWaiting(int calls) {
        while (prefixes.waiting() != calls) {
            Thread.onSpinWait();
        }
    }

    private static String lesson(int number) {
        return "lesson %d ".formatted(number) + "x".repeat(3 * 1024);
    }

    private static ModelRequest request(String model, String lesson) {
        return new ModelRequest(
                model,
                List.of(Message.system(lesson).shared(), Message.user("program")),
                new Generation(0, Optional.empty(), OutputRoom.of(100)),
                1,
                ResponseFormat.TSV,
                Optional.empty(),
                Optional.empty(),
                Deadline.in(LONG));
    }
}
