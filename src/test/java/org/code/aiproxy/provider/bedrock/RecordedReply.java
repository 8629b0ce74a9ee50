package org.code.aiproxy.provider.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.code.aiproxy.model.ChatReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is passed on. */
final class RecordedReply implements ChatReply {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DATA = "data: ";

    private final List<String> parts = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Consumer<String> onEvent;

    RecordedReply() {
        this(event -> {});
    }

    /**
     * @param onEvent called with each event, on the thread that passes it on
     */
    RecordedReply(Consumer<String> onEvent) {
        this.onEvent = onEvent;
    }

    @Override
    public void whole(int status, Map<String, String> more, byte[] json) {
        headers.putAll(more);
        parts.add(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(Map<String, String> more) {
        headers.putAll(more);
    }

    @Override
    public void event(byte[] event) {
        String text = new String(event, StandardCharsets.UTF_8);
        parts.add(text);
        onEvent.accept(text);
    }

    @Override
    public boolean hasBegun() {
        return !parts.isEmpty();
    }

    /** The header of this name; empty where there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The whole answer. */
    JsonNode json() {
        return MAPPER.readTree(String.join("", parts));
    }

    List<String> events() {
        return List.copyOf(parts);
    }

    /** The events but {@code [DONE]}. */
    List<JsonNode> chunks() {
        return events().stream()
                .filter(event -> !isDone(event))
                .map(event -> MAPPER.readTree(event.substring(DATA.length())))
                .toList();
    }

    boolean isDone() {
        return !parts.isEmpty() && isDone(parts.getLast());
    }

    private static boolean isDone(String event) {
        return event.equals("data: [DONE]\n\n");
    }
}
