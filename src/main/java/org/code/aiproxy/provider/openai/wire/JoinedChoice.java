package org.code.aiproxy.provider.openai.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.provider.answer.AnswerRoom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One choice of a stream, of which each chunk has a piece. */
final class JoinedChoice {

    /** Fields whose pieces make one text. */
    private static final List<String> TEXTS =
            List.of("content", "refusal", "reasoning_content", "reasoning");

    private static final String FINISH = "finish_reason";

    private static final int MOST_CALLS = 1_000;

    /** What a call takes, however little is in it. */
    private static final int CALL = 1_000;

    private final int index;
    private final AnswerRoom room;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();

    /** The reason for the end, and what went wrong, if they came; of several the last. */
    private final ObjectNode ends = ForeignJson.MAPPER.createObjectNode();

    /** A call of a tool. */
    private static final class Call {

        private final StringBuilder arguments = new StringBuilder();
        private final ObjectNode head = ForeignJson.MAPPER.createObjectNode();
        private final ObjectNode function = ForeignJson.MAPPER.createObjectNode();

        ObjectNode whole() {
            ObjectNode call = ForeignJson.MAPPER.createObjectNode().put("type", "function");
            call.setAll(head);
            call.set("function", function.put("arguments", arguments.toString()));
            return call;
        }
    }

    JoinedChoice(int index, AnswerRoom room) {
        this.index = index;
        this.room = room;
    }

    void add(JsonNode piece) throws IOException {
        piece.optional(FINISH).filter(it -> !it.isNull()).ifPresent(it -> ends.set(FINISH, it));
        ChatResult.error(piece).ifPresent(it -> ends.set("error", it));
        JsonNode delta = piece.optional("delta").orElse(piece.path("message"));
        for (String name : TEXTS) {
            String text = ChatResult.content(delta.path(name));
            if (!text.isEmpty()) {
                append(texts.computeIfAbsent(name, _ -> new StringBuilder()), text);
            }
        }
        for (JsonNode call : delta.path("tool_calls")) {
            addCall(call);
        }
    }

    private void append(StringBuilder to, String text) throws IOException {
        room.take(text.length());
        to.append(text);
    }

    private void addCall(JsonNode piece) throws IOException {
        int wanted = piece.path("index").asInt(Math.max(0, calls.size() - 1));
        while (calls.size() <= wanted && calls.size() < MOST_CALLS) {
            room.take(CALL);
            calls.add(new Call());
        }
        Call call = calls.get(Math.clamp(wanted, 0, calls.size() - 1));
        piece.optional("id").filter(JsonNode::isString).ifPresent(it -> call.head.set("id", it));
        JsonNode added = piece.path("function");
        added.optional("name")
                .filter(JsonNode::isString)
                .ifPresent(it -> call.function.set("name", it));
        append(call.arguments, added.path("arguments").asString(""));
    }

    boolean isFinished() {
        return ends.has(FINISH);
    }

    ObjectNode whole() {
        ObjectNode choice = ForeignJson.MAPPER.createObjectNode().put("index", index);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").putNull("content");
        texts.forEach((name, text) -> message.put(name, text.toString()));
        if (!calls.isEmpty()) {
            ArrayNode all = message.putArray("tool_calls");
            calls.forEach(call -> all.add(call.whole()));
        }
        choice.setAll(ends);
        return choice;
    }
}
