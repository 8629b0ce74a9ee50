package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of servers with OpenAI's API, passed on byte for byte. */
@Timeout(30)
class ChatStreamTests extends ScriptedService {

    private static final String PATH = "/v1/chat/completions";

    private static final String REQUEST =
            """
            {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "Hi"}], \
            "stream": true}\
            """;

    private static final String LIST =
            REQUEST.replace("gpt-4.1-mini", "gpt-4.1-mini,ollama/llama3");

    private static final String ODD_STREAM =
            """
            : a comment

            data: {"id":"1","choices":[{"index":0,"delta":{"content":"Grüße 😀"}}]}

            data: {"id":"1",
            data: "choices":[]}

            data: [DONE]

            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void comeAsTheyWereSentWhateverTheirLineEnds(String lineEnd) throws Exception {
        String stream = ODD_STREAM.replace("\n", lineEnd);
        OPENAI.plays(call -> {
            call.stream("text/event-stream; charset=utf-8");
            for (byte one : stream.getBytes(StandardCharsets.UTF_8)) {
                call.chunk(new byte[] {one});
            }
            call.lastChunk();
        });
        assertThat(stream(REQUEST).body()).isEqualTo(lineEnd.equals("\r\n") ? cut(stream) : stream);
    }

    /** Nothing is of interest after {@code [DONE]}, the second half of its last line end least. */
    private static String cut(String stream) {
        return stream.substring(0, stream.length() - 1);
    }

    @Test
    void comeAsTheyWereSentAllAtOnce() throws Exception {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(ODD_STREAM);
            call.lastChunk();
        });
        HttpResponse<String> answer = stream(REQUEST);
        assertThat(answer.body()).isEqualTo(ODD_STREAM);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/event-stream;charset=UTF-8");
    }

    @Test
    void comeWithTheProvidersHeaders() {
        OPENAI.plays(call -> {
            call.head(
                    200,
                    "Content-Type: text/event-stream",
                    "Transfer-Encoding: chunked",
                    "x-ratelimit-remaining-requests: 9",
                    "openai-processing-ms: 5",
                    "Set-Cookie: secret");
            call.chunk(ODD_STREAM);
            call.lastChunk();
        });
        HttpResponse<String> answer = stream(REQUEST);
        assertThat(answer.headers().firstValue("x-ratelimit-remaining-requests")).hasValue("9");
        assertThat(answer.headers().firstValue("openai-processing-ms")).hasValue("5");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void areWholeThoughTheLastLineEndIsMissing() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\ndata: [DONE]\n");
            call.lastChunk();
        });
        assertThat(stream(REQUEST).body()).isEqualTo("data: {\"first\": 1}\n\ndata: [DONE]\n\n\n");
    }

    /** The budget is 5 seconds, of which the first of two models may wait half. */
    @Test
    void outlastTheirModelsShareOfTheTimeOnceTheyHaveBegun() {
        String piece = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}\n\n";
        OPENAI.plays(call -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            call.stream("text/event-stream");
            while (System.nanoTime() < end) {
                call.chunk(piece);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            call.chunk("data: [DONE]\n\n");
            call.lastChunk();
        });
        assertThat(stream(LIST).body()).endsWith(piece + "data: [DONE]\n\n");
        assertThat(OLLAMA.calls()).isEmpty();
    }

    @Test
    void comeFromTheNextModelWhereTheFirstSaysNothing() {
        OPENAI.plays(call -> call.awaitHangUp());
        OLLAMA.plays(call -> {
            call.stream("text/event-stream");
            call.chunk(ODD_STREAM);
            call.lastChunk();
        });
        assertThat(stream(LIST).body()).isEqualTo(ODD_STREAM);
    }

    @Test
    void endInAnErrorWhereTheFaultIsOurs() {
        BEDROCK.plays(call -> {
            call.stream(ConverseEvents.CONTENT_TYPE);
            call.chunk(ConverseEvents.messageStart());
            call.chunk(
                    ConverseEvents.event(
                            "contentBlockStart",
                            "{\"start\": {\"toolUse\": {\"toolUseId\": \"1\", \"name\": \"a\"}}}"));
        });
        assertThat(stream(REQUEST.replace("gpt-4.1-mini", "bedrock.amazon.nova-lite-v1:0")).body())
                .contains("data: {\"error\":{\"message\":\"Internal error")
                .doesNotContain("[DONE]");
    }

    @Test
    void passEachEventOnBeforeTheNextIsThere() throws Exception {
        CountDownLatch firstIsHere = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\n");
            assertThat(firstIsHere.await(10, TimeUnit.SECONDS)).isTrue();
            call.chunk("data: [DONE]\n\n");
            call.lastChunk();
        });
        HttpResponse<InputStream> answer =
                http.send(post(PATH, REQUEST), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: {\"first\": 1}");
            firstIsHere.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: [DONE]");
        }
    }

    @Test
    void thatBreakEndInAnErrorAndNeverInDone() throws Exception {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\ndata: {\"sec");
            call.reset();
        });
        assertThat(stream(REQUEST).body())
                .startsWith("data: {\"first\": 1}\n\ndata: {\"error\":{\"message\":\"OpenAI could")
                .doesNotContain("[DONE]", "sec")
                .endsWith("\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n");
    }

    @Test
    void thatEndTooEarlyEndInAnError() throws Exception {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\n");
            call.lastChunk();
        });
        assertThat(stream(REQUEST).body())
                .contains("OpenAI ended its answer early.")
                .doesNotContain("[DONE]");
    }

    @Test
    void neverCallAnErrorOfTheProvidersDone() throws Exception {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\n");
            call.chunk("data: {\"error\": {\"message\": \"out of memory\"}}\n\ndata: [DONE]\n\n");
            call.lastChunk();
        });
        assertThat(stream(REQUEST).body())
                .contains("OpenAI reported a fault. out of memory")
                .doesNotContain("[DONE]");
    }

    @Test
    void areAPlainErrorAsLongAsNothingWasPassedOn() throws Exception {
        OPENAI.plays(call -> call.answer(200, "text/html", "<p>Hello</p>"));
        HttpResponse<String> answer = stream(REQUEST);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("OpenAI answered, but not with a stream");
    }

    @Test
    void slowTheProviderDownWhenTheCallerIsSlow() throws Exception {
        String event = "data: " + "x".repeat(64 << 10) + "\n\n";
        AtomicInteger sent = new AtomicInteger();
        CountDownLatch blocked = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            for (int i = 0; i < 2000; i++) {
                call.chunk(event);
                sent.incrementAndGet();
            }
            blocked.countDown();
        });
        try (Socket caller = call(PATH, REQUEST)) {
            assertThat(caller.getInputStream().read()).isEqualTo('H');
            // As long as the caller reads nothing more, the provider can't get 125 MB out.
            assertThat(blocked.await(1, TimeUnit.SECONDS)).isFalse();
            assertThat(sent.get()).isLessThan(1000);
        }
    }

    /** Callers may pause for longer than Tomcat waits for senders, which is two seconds here. */
    @Test
    void waitForACallerThatPauses() throws Exception {
        int count = 400;
        String event =
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n"
                        .formatted("x".repeat(64 << 10));
        CountDownLatch sent = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            for (int i = 0; i < count; i++) {
                call.chunk(event);
            }
            call.chunk("data: [DONE]\n\n");
            call.lastChunk();
            sent.countDown();
        });
        try (Socket caller = call(PATH, REQUEST)) {
            assertThat(caller.getInputStream().read()).isEqualTo('H');
            assertThat(sent.await(2300, TimeUnit.MILLISECONDS)).isFalse();
            caller.setSoTimeout(10_000);
            byte[] rest = caller.getInputStream().readNBytes(count * event.length());
            assertThat(rest).hasSize(count * event.length());
        }
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> stream(String json) {
        return send(post(PATH, json));
    }
}
