package org.code.aiproxy.player.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.code.aiproxy.player.model.TokenUse;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as ConverseStream sends them: the framing {@code application/vnd.amazon.eventstream}, by
 * the AWS SDK's own encoder.
 */
public final class ConverseEvents {

    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final JsonMapper MAPPER = new JsonMapper();

    private ConverseEvents() {}

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

    /** The last event. */
    static byte[] metadata(TokenUse use) {
        ObjectNode metadata = MAPPER.createObjectNode();
        metadata.set("usage", ConverseWire.usage(use));
        metadata.putObject("metrics").put("latencyMs", 1);
        return event("metadata", metadata.toString());
    }

    private static byte[] frame(Map<String, HeaderValue> headers, String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Message(headers, json.getBytes(StandardCharsets.UTF_8)).encode(bytes);
        return bytes.toByteArray();
    }
}
