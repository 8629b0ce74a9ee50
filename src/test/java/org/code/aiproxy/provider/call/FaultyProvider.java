package org.code.aiproxy.provider.call;

import java.io.IOException;
import org.code.aiproxy.ScriptedProvider.Call;
import org.code.aiproxy.provider.bedrock.ConverseStreamEvents;
import tools.jackson.databind.json.JsonMapper;

/** A provider that does wrong what the words of a request ask for. */
final class FaultyProvider {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What a provider does wrong. */
    enum Fault {
        CONNECTION_REFUSED("connection refused"),
        TLS("TLS handshake fails"),
        RESET("connection reset in the body"),
        HANG("no answer"),
        DRIP("a byte now and then"),
        LIMIT_WITH_WAIT("429 with Retry-After: 60"),
        LIMIT("429"),
        FAILURE("500"),
        UNAVAILABLE("503"),
        GARBAGE("200 with garbage"),
        TRUNCATED("200, cut off"),
        CONTENT_TYPE("200 with another content type");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether it lasts until a caller's time is over. */
        boolean isAWait() {
            return this == HANG || this == DRIP;
        }

        /** What asks for it in a request. */
        String mark() {
            return "<%s>".formatted(name());
        }
    }

    private FaultyProvider() {}

    static void openAi(Call call) throws Exception {
        misbehave(call, false);
    }

    static void bedrock(Call call) throws Exception {
        misbehave(call, true);
    }

    private static void misbehave(Call call, boolean isBedrock) throws Exception {
        Fault fault = fault(call);
        boolean isStream =
                isBedrock ? call.head().contains("converse-stream") : isOpenAiStream(call);
        switch (fault) {
            case CONNECTION_REFUSED, TLS -> {}
            case RESET -> {
                begin(call, isBedrock, isStream);
                call.reset();
            }
            case HANG -> call.awaitHangUp();
            case DRIP -> drip(call, isBedrock, isStream);
            case LIMIT_WITH_WAIT -> error(call, 429, "Retry-After: 60");
            case LIMIT -> error(call, 429);
            case FAILURE -> error(call, 500);
            case UNAVAILABLE -> error(call, 503);
            case GARBAGE -> call.answer(200, type(isBedrock, isStream), "<p>garbage</p>");
            case TRUNCATED -> {
                begin(call, isBedrock, isStream);
                if (isStream) {
                    call.lastChunk();
                }
            }
            case CONTENT_TYPE -> call.answer(200, "text/html", "<p>Hello</p>");
        }
    }

    private static Fault fault(Call call) {
        for (Fault fault : Fault.values()) {
            if (call.text().contains(fault.mark())) {
                return fault;
            }
        }
        throw new AssertionError("asks for nothing: " + call.text());
    }

    private static boolean isOpenAiStream(Call call) {
        return MAPPER.readTree(call.text()).path("stream").asBoolean(false);
    }

    private static String type(boolean isBedrock, boolean isStream) {
        if (!isStream) {
            return "application/json";
        }
        return isBedrock ? ConverseStreamEvents.CONTENT_TYPE : "text/event-stream";
    }

    /** Half an answer. */
    private static void begin(Call call, boolean isBedrock, boolean isStream) throws IOException {
        if (!isStream) {
            call.head(200, "Content-Type: application/json", "Content-Length: 1000");
            call.send("{\"id\": \"1\", ");
            return;
        }
        call.stream(type(isBedrock, true));
        if (isBedrock) {
            call.chunk(ConverseStreamEvents.messageStart());
            call.chunk(ConverseStreamEvents.text("Hel"));
        } else {
            call.chunk("data: {\"id\": \"1\", \"choices\": []}\n\n");
        }
    }

    private static void drip(Call call, boolean isBedrock, boolean isStream) throws Exception {
        begin(call, isBedrock, isStream);
        while (!call.socket().isClosed()) {
            Thread.sleep(100);
            if (!isStream) {
                call.send(" ");
            } else if (!isBedrock) {
                call.chunk(": still here\n\n");
            } else {
                call.chunk(ConverseStreamEvents.text("."));
            }
        }
    }

    private static void error(Call call, int status, String... headers) throws IOException {
        call.answer(status, "application/json", "{\"message\": \"no\", \"error\": {}}", headers);
    }
}
