package org.code.aiproxy.provider.openai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.answer.StreamPace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one chat completion of a stream's chunks, for who asked for no stream. */
final class JoinedChunks {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private static final ChatFormat FORMAT = new CompletionsFormat();

    /** Fields of which the latest counts; of all others the first. */
    private static final Set<String> LATEST = Set.of("usage", "error", "service_tier");

    /** What a choice takes, however little is in it. */
    private static final int CHOICE = 1_000;

    private final AnswerRoom room;
    private final ObjectNode root = MAPPER.createObjectNode();
    private final Map<Integer, JoinedChoice> choices = new TreeMap<>();

    private JoinedChunks(AnswerRoom room) {
        this.room = room;
    }

    /**
     * Reads the stream to its end.
     *
     * @param room for what is joined
     * @throws IOException when it breaks off before each choice is finished, when it is longer than
     *     its room, or when nothing useful comes
     */
    static ObjectNode read(InputStream in, AnswerRoom room, AnswerLimits limits, StreamPace pace)
            throws IOException {
        JoinedChunks joined = new JoinedChunks(room);
        try (AnswerRoom ofEvent = limits.room()) {
            EventStream events =
                    new EventStream(in, event -> !EventStream.data(event).isEmpty(), ofEvent);
            boolean isDone = false;
            while (!isDone && !joined.root.has("error")) {
                Optional<byte[]> event = events.next();
                if (event.isEmpty()) {
                    break;
                }
                pace.piece(() -> FORMAT.isUseful(event.get()));
                String data = EventStream.data(event.get());
                isDone = data.equals(EventStream.DONE);
                if (!isDone && !data.isEmpty()) {
                    joined.add(data);
                }
            }
            return joined.whole(isDone);
        }
    }

    private void add(String data) throws IOException {
        JsonNode chunk;
        try {
            chunk = MAPPER.readTree(data);
        } catch (JacksonException e) {
            // A piece that can't be read is not worth the others; without its end it is no answer.
            return;
        }
        for (Map.Entry<String, JsonNode> field : chunk.properties()) {
            String name = field.getKey();
            boolean isNew = !root.has(name) && !name.equals("choices");
            if (!field.getValue().isNull() && (isNew || LATEST.contains(name))) {
                if (isNew) {
                    room.take(data.length());
                }
                root.set(name, field.getValue());
            }
        }
        for (JsonNode piece : chunk.path("choices")) {
            choice(piece);
        }
    }

    private void choice(JsonNode piece) throws IOException {
        int index = piece.path("index").asInt(0);
        if (!choices.containsKey(index)) {
            room.take(CHOICE);
            choices.put(index, new JoinedChoice(index, room));
        }
        choices.get(index).add(piece);
    }

    private ObjectNode whole(boolean isDone) throws IOException {
        boolean isFinished =
                !choices.isEmpty() && choices.values().stream().allMatch(JoinedChoice::isFinished);
        if (root.has("error")) {
            return root;
        }
        if (!isDone && !isFinished) {
            throw new IOException("the stream ended before its choices were complete");
        }
        root.put("object", "chat.completion");
        ArrayNode all = root.putArray("choices");
        choices.values().forEach(choice -> all.add(choice.whole()));
        return root;
    }
}
