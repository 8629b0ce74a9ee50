package org.code.aiproxy.provider.openai.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.json.ForeignJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a stream's events of a chat completion in one piece, for who asked for a stream. */
final class SplitAnswer {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private SplitAnswer() {}

    /**
     * The events, the last one included.
     *
     * @param withUsage whether the caller asked for a chunk with the usage
     */
    static List<byte[]> events(JsonNode answer, boolean withUsage) {
        List<byte[]> events = new ArrayList<>();
        for (JsonNode choice : answer.path("choices")) {
            events.add(event(chunk(answer, choice, delta(choice), false)));
            events.add(event(chunk(answer, choice, MAPPER.createObjectNode(), true)));
        }
        if (withUsage && answer.path("usage").isObject()) {
            ObjectNode last = chunk(answer);
            last.putArray("choices");
            last.set("usage", answer.get("usage"));
            events.add(event(last));
        }
        events.add(EventStream.done());
        return events;
    }

    private static ObjectNode delta(JsonNode choice) {
        ObjectNode delta = MAPPER.createObjectNode().put("role", "assistant");
        choice.path("message").properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> delta.set(field.getKey(), field.getValue()));
        JsonNode calls = delta.path("tool_calls");
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof ObjectNode call) {
                call.put("index", i);
            }
        }
        return delta;
    }

    private static ObjectNode chunk(
            JsonNode answer, JsonNode choice, ObjectNode delta, boolean isLast) {
        ObjectNode chunk = chunk(answer);
        ArrayNode choices = chunk.putArray("choices");
        ObjectNode piece = choices.addObject().put("index", choice.path("index").asInt(0));
        piece.set("delta", delta);
        if (isLast) {
            piece.put("finish_reason", choice.path("finish_reason").asString("stop"));
        } else {
            piece.putNull("finish_reason");
        }
        return chunk;
    }

    private static ObjectNode chunk(JsonNode answer) {
        ObjectNode chunk = MAPPER.createObjectNode();
        chunk.put("id", answer.path("id").asString("chatcmpl-0"));
        chunk.put("object", "chat.completion.chunk");
        chunk.put("created", answer.path("created").asLong(0));
        chunk.put("model", answer.path("model").asString(""));
        return chunk;
    }

    private static byte[] event(ObjectNode chunk) {
        return "data: %s\n\n".formatted(chunk).getBytes(StandardCharsets.UTF_8);
    }
}
