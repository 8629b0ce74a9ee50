package org.code.aiproxy.provider.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as ConverseStream sends them: the framing {@code application/vnd.amazon.eventstream}, by
 * the AWS SDK's own encoder.
 */
public final class ConverseStreamEvents {

    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final JsonMapper MAPPER = new JsonMapper();

    private ConverseStreamEvents() {}

    /**
     * Any event.
     *
     * @param type such as {@code contentBlockDelta}
     * @param json the event's members
     */
    public static byte[] event(String type, String json) {
        return frame(
                Map.of(
                        ":message-type", HeaderValue.fromString("event"),
                        ":event-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                json);
    }

    /**
     * A fault that ends the stream.
     *
     * @param type such as {@code throttlingException}
     */
    public static byte[] exception(String type, String message) {
        return frame(
                Map.of(
                        ":message-type", HeaderValue.fromString("exception"),
                        ":exception-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                MAPPER.writeValueAsString(Map.of("message", message)));
    }

    /** The first event. */
    public static byte[] messageStart() {
        return event("messageStart", "{\"role\":\"assistant\"}");
    }

    /** A piece of text in the content block with the index 0. */
    public static byte[] text(String text) {
        return delta(0, Map.of("text", text));
    }

    /** A content block that calls a tool begins. */
    public static byte[] toolStart(int block, String id, String name) {
        return event(
                "contentBlockStart",
                MAPPER.writeValueAsString(
                        Map.of(
                                "contentBlockIndex",
                                block,
                                "start",
                                Map.of("toolUse", Map.of("toolUseId", id, "name", name)))));
    }

    /** A piece of a tool's input. */
    public static byte[] toolInput(int block, String json) {
        return delta(block, Map.of("toolUse", Map.of("input", json)));
    }

    /** Any change of a content block. */
    public static byte[] delta(int block, Map<String, ?> delta) {
        return event(
                "contentBlockDelta",
                MAPPER.writeValueAsString(Map.of("contentBlockIndex", block, "delta", delta)));
    }

    /** The end of a content block. */
    public static byte[] blockStop(int block) {
        return event("contentBlockStop", "{\"contentBlockIndex\":%d}".formatted(block));
    }

    /**
     * The end of the answer, before its usage.
     *
     * @param reason such as {@code end_turn}
     */
    public static byte[] messageStop(String reason) {
        return event("messageStop", "{\"stopReason\":\"%s\"}".formatted(reason));
    }

    /** The last event: 15 tokens of input, 105 with cached ones, and 20 of output. */
    public static byte[] metadata() {
        return event(
                "metadata",
                """
                {"usage": {"inputTokens": 15, "outputTokens": 20, "totalTokens": 125,
                  "cacheReadInputTokens": 60, "cacheWriteInputTokens": 30},
                 "metrics": {"latencyMs": 10}, "serviceTier": {"type": "priority"}}\
                """);
    }

    /** The events of a whole answer, one after another. */
    public static byte[] answer(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(messageStart());
        all.writeBytes(text(text));
        all.writeBytes(blockStop(0));
        all.writeBytes(messageStop("end_turn"));
        all.writeBytes(metadata());
        return all.toByteArray();
    }

    private static byte[] frame(Map<String, HeaderValue> headers, String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Message(headers, json.getBytes(StandardCharsets.UTF_8)).encode(bytes);
        return bytes.toByteArray();
    }
}
