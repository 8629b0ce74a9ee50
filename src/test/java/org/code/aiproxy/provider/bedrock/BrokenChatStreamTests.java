package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.code.aiproxy.player.wire.ConverseEvents.exception;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStart;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStop;
import static org.code.aiproxy.player.wire.ConverseEvents.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.code.aiproxy.player.wire.Script;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.code.aiproxy.provider.bedrock.converse.ConverseStreamApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;

/** Streams that break, and streams that no one reads any more. */
class BrokenChatStreamTests {

    private static final String HELLO =
            "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String SEVERAL =
            "{\"stream\":true,\"n\":3,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    private final RecordedReply reply = new RecordedReply();

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, RateLimited",
        "500, InternalServerException, Unavailable",
        "503, ServiceUnavailableException, Unavailable",
        "424, ModelErrorException, Unavailable",
        "400, ValidationException, Refused",
        "403, AccessDeniedException, Refused"
    })
    void tellsOfAFaultBeforeTheFirstEvent(int status, String type, String fault) {
        Throwable thrown =
                catchThrowable(() ->
                        ask(
                                call ->
                                        call.answer(
                                                status,
                                                "application/json",
                                                "{\"message\":\"As said\"}",
                                                "x-amzn-ErrorType: " + type,
                                                "Retry-After: 5"),
                                HELLO));
        assertThat(thrown).isInstanceOf(ModelException.class);
        assertThat(thrown.getClass().getSimpleName()).isEqualTo(fault);
        if (thrown instanceof ModelException.RateLimited limited) {
            assertThat(limited.retryAfter()).contains(Duration.ofSeconds(5));
        }
        assertThat(reply.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "throttlingException, RateLimited",
        "modelStreamErrorException, Unavailable",
        "internalServerException, Unavailable",
        "serviceUnavailableException, Unavailable",
        "validationException, Refused",
        "somethingNewException, Unavailable"
    })
    void tellsOfAFaultInTheStream(String type, String fault) {
        Throwable thrown =
                catchThrowable(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    call.chunk(messageStart());
                                    call.chunk(text("Hel"));
                                    call.chunk(exception(type, "As said"));
                                    call.lastChunk();
                                },
                                HELLO));
        assertThat(thrown).isInstanceOf(ModelException.class);
        assertThat(thrown.getClass().getSimpleName()).isEqualTo(fault);
        assertThat(reply.isDone()).isFalse();
    }

    @Test
    void tellsOfAConnectionThatBreaks() {
        assertThatThrownBy(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    call.chunk(messageStart());
                                    call.chunk(text("Hel"));
                                },
                                HELLO))
                .isInstanceOf(ModelException.Unavailable.class);
        assertThat(reply.isDone()).isFalse();
    }

    @Test
    void tellsOfAConnectionThatBreaksWithinAnEvent() {
        assertThatThrownBy(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    call.chunk(messageStart());
                                    call.chunk(Arrays.copyOf(text("Hello"), 40));
                                    call.lastChunk();
                                },
                                HELLO))
                .isInstanceOf(ModelException.Unavailable.class);
        assertThat(reply.isDone()).isFalse();
    }

    @Test
    void tellsOfAConnectionThatBreaksBeforeTheUsageThatIsWanted() {
        assertThatThrownBy(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    call.chunk(messageStart());
                                    call.chunk(messageStop("end_turn"));
                                },
                                HELLO.replace(
                                        "{\"stream\":true",
                                        "{\"stream\":true,\"stream_options\":{\"include_usage\":true}")))
                .isInstanceOf(ModelException.Unavailable.class);
        assertThat(reply.isDone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsOfAStreamThatEndsTooEarly(boolean hasBegun) {
        assertThatThrownBy(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    if (hasBegun) {
                                        call.chunk(messageStart());
                                        call.chunk(text("Hel"));
                                    }
                                    call.lastChunk();
                                },
                                HELLO))
                .isInstanceOf(ModelException.Unavailable.class)
                .hasMessageContaining("before the answer was complete");
        assertThat(reply.isDone()).isFalse();
    }

    @Test
    void tellsOfAStreamThatIsNone() {
        assertThatThrownBy(() ->
                        ask(
                                call -> {
                                    call.stream(ConverseEvents.CONTENT_TYPE);
                                    call.chunk(
                                            "<html>not a stream of events</html>"
                                                    .getBytes(StandardCharsets.UTF_8));
                                    call.lastChunk();
                                },
                                HELLO))
                .isInstanceOf(ModelException.Unavailable.class);
    }

    @Test
    void tellsOfAConfigurationThatLacksSomething() {
        ConverseStreamApi api =
                new ConverseStreamApi(
                        () -> {
                            throw SdkClientException.create("no region");
                        },
                        GivenLimits.usual());
        Deadline later = Deadline.in(Duration.ofSeconds(20));
        assertThatThrownBy(() ->
                        api.stream(
                                ConverseStreamRequest.builder(),
                                1,
                                new ConverseStreamApi.TimeLimit(later, later),
                                (stream, event) -> {}))
                .isInstanceOf(ModelException.Refused.class)
                .hasMessageContaining("no region");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsTheCallWhenTheTimeIsOver(boolean hasBegun) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (ScriptedProvider bedrock = hanging(hasBegun, new CountDownLatch(1), gone)) {
            assertThatThrownBy(() ->
                            new ChatClient(bedrock.url())
                                    .chat(HELLO, reply, Duration.ofMillis(1500)))
                    .isInstanceOf(ModelException.TimedOut.class);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsTheCallWhenTheTimeIsOverWhileAReaderIsSlow() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (ScriptedProvider bedrock = hanging(true, new CountDownLatch(1), gone)) {
            RecordedReply slow =
                    new RecordedReply(event -> {
                        try {
                            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    });
            assertThatThrownBy(() ->
                            new ChatClient(bedrock.url())
                                    .chat(HELLO, slow, Duration.ofMillis(1500)))
                    .isInstanceOf(ModelException.TimedOut.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "true, 3", "false, 3"})
    void endsTheCallsWhenItsThreadIsInterrupted(boolean hasBegun, int choices) throws Exception {
        CountDownLatch asked = new CountDownLatch(choices);
        CountDownLatch gone = new CountDownLatch(choices);
        try (ScriptedProvider bedrock = hanging(hasBegun, asked, gone)) {
            Throwable outcome =
                    new ChatClient(bedrock.url())
                            .interrupted(choices == 1 ? HELLO : SEVERAL, reply, asked);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(outcome).isInstanceOf(CallerGoneException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsTheCallsWhenNobodyTakesTheAnswer(int choices) throws Exception {
        CallerGoneException nobody = new CallerGoneException(new IOException("Broken pipe"));
        AtomicLong events = new AtomicLong();
        CountDownLatch gone = new CountDownLatch(choices);
        try (ScriptedProvider bedrock = hanging(true, new CountDownLatch(choices), gone)) {
            RecordedReply broken =
                    new RecordedReply(event -> {
                        if (events.incrementAndGet() == choices) {
                            throw nobody;
                        }
                    });
            assertThatThrownBy(() ->
                            new ChatClient(bedrock.url())
                                    .chat(choices == 1 ? HELLO : SEVERAL, broken))
                    .isSameAs(nobody);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void slowsBedrockDownWhenTheReaderIsSlow() throws Exception {
        int most = 64 << 20;
        byte[] event = text("x".repeat(10_000));
        AtomicLong sent = new AtomicLong();
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    call.stream(ConverseEvents.CONTENT_TYPE);
                    call.chunk(messageStart());
                    try {
                        while (sent.addAndGet(event.length) < most) {
                            call.chunk(event);
                        }
                    } finally {
                        gone.countDown();
                    }
                })) {
            Thread watch = Thread.ofVirtual().start(() -> awaitStill(sent, stalled));
            RecordedReply slow =
                    new RecordedReply(any -> {
                        try {
                            stalled.await(20, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        throw new CallerGoneException(new IOException("Broken pipe"));
                    });
            assertThatThrownBy(() -> new ChatClient(bedrock.url()).chat(HELLO, slow))
                    .isInstanceOf(CallerGoneException.class);
            watch.join();
            assertThat(sent.get()).isLessThan(most / 2);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Bedrock has sent nothing for a second, or is done. */
    private static void awaitStill(AtomicLong sent, CountDownLatch stalled) {
        long before = -1;
        while (before != sent.get() || before <= 0) {
            before = sent.get();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        stalled.countDown();
    }

    private static ScriptedProvider hanging(
            boolean hasBegun, CountDownLatch asked, CountDownLatch gone) throws IOException {
        return new ScriptedProvider(call -> {
            if (hasBegun) {
                call.stream(ConverseEvents.CONTENT_TYPE);
                call.chunk(messageStart());
            }
            asked.countDown();
            call.awaitHangUp();
            gone.countDown();
        });
    }

    private void ask(Script script, String request) throws IOException {
        try (ScriptedProvider bedrock = new ScriptedProvider(script)) {
            new ChatClient(bedrock.url()).chat(request, reply);
        }
    }
}
