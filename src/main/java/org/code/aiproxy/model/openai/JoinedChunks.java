package org.code.aiproxy.model.openai;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one chat completion of a stream's chunks, for who asked for no stream. */
final class JoinedChunks {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Fields whose pieces make one text. */
    private static final List<String> TEXTS =
            List.of("content", "refusal", "reasoning_content", "reasoning");

    private final ObjectNode root = MAPPER.createObjectNode();
    private final Map<Integer, ObjectNode> choices = new TreeMap<>();

    private JoinedChunks() {}

    /**
     * Reads the stream to its end.
     *
     * @throws IOException when it breaks off before each choice is finished
     */
    static ObjectNode read(InputStream in) throws IOException {
        JoinedChunks joined = new JoinedChunks();
        EventStream events = new EventStream(in, event -> !EventStream.data(event).isEmpty());
        Optional<byte[]> event = events.next();
        boolean isDone = false;
        while (event.isPresent() && !isDone && !joined.root.has("error")) {
            String data = EventStream.data(event.get());
            isDone = data.equals(EventStream.DONE);
            if (!isDone) {
                joined.add(data);
                event = events.next();
            }
        }
        return joined.whole(isDone);
    }

    private void add(String data) {
        try {
            JsonNode chunk = data.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(data);
            chunk.properties().stream()
                    .filter(field -> !field.getKey().equals("choices"))
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> root.set(field.getKey(), field.getValue()));
            chunk.path("choices").valueStream().forEach(this::choice);
        } catch (JacksonException e) {
            // A piece that can't be read is not worth the others; without its end it is no answer.
        }
    }

    private void choice(JsonNode piece) {
        int index = piece.path("index").asInt(0);
        ObjectNode choice =
                choices.computeIfAbsent(
                        index,
                        _ -> {
                            ObjectNode made = MAPPER.createObjectNode().put("index", index);
                            made.putObject("message").put("role", "assistant").putNull("content");
                            return made;
                        });
        JsonNode finish = piece.path("finish_reason");
        if (!finish.isMissingNode() && !finish.isNull()) {
            choice.set("finish_reason", finish);
        }
        ChatResult.error(piece).ifPresent(error -> choice.set("error", error));
        ObjectNode message = (ObjectNode) choice.get("message");
        JsonNode delta = piece.optional("delta").orElse(piece.path("message"));
        for (String name : TEXTS) {
            String text = ChatResult.content(delta.path(name));
            if (!text.isEmpty()) {
                message.put(name, message.path(name).asString("") + text);
            }
        }
        delta.path("tool_calls").valueStream().forEach(call -> tool(message, call));
    }

    private static void tool(ObjectNode message, JsonNode piece) {
        ArrayNode calls =
                message.path("tool_calls").isArray()
                        ? (ArrayNode) message.get("tool_calls")
                        : message.putArray("tool_calls");
        int index = piece.path("index").asInt(Math.max(0, calls.size() - 1));
        while (calls.size() <= index && calls.size() < 1_000) {
            calls.addObject().put("type", "function").putObject("function").put("arguments", "");
        }
        ObjectNode call = (ObjectNode) calls.get(Math.min(index, calls.size() - 1));
        piece.optional("id").filter(JsonNode::isString).ifPresent(id -> call.set("id", id));
        ObjectNode function = (ObjectNode) call.get("function");
        JsonNode added = piece.path("function");
        added.optional("name").filter(JsonNode::isString).ifPresent(it -> function.set("name", it));
        function.put(
                "arguments",
                function.path("arguments").asString("") + added.path("arguments").asString(""));
    }

    private ObjectNode whole(boolean isDone) throws IOException {
        boolean isFinished =
                !choices.isEmpty()
                        && choices.values().stream().allMatch(it -> it.has("finish_reason"));
        if (root.has("error")) {
            return root;
        }
        if (!isDone && !isFinished) {
            throw new IOException("the stream broke off before its choices were finished");
        }
        root.put("object", "chat.completion");
        ArrayNode all = root.putArray("choices");
        choices.values().forEach(all::add);
        return root;
    }
}
