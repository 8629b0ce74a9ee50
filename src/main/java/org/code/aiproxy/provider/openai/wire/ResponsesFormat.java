package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Responses: items of output, and streams of events with types, of which the last has the whole
 * response (<a
 * href="https://platform.openai.com/docs/api-reference/responses-streaming">streaming</a>).
 */
record ResponsesFormat() implements ChatFormat {

    private static final UsageFields USAGE = new UsageFields("input", "output");

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    /** Types of events that say no more than that the answer is to come. */
    private static final Set<String> WAITING =
            Set.of(
                    "response.created",
                    "response.queued",
                    "response.in_progress",
                    "keepalive",
                    "ping");

    /** Types of events that end a stream, as their JSON has them. */
    private static final List<String> LAST =
            List.of(
                    "\"response.completed\"",
                    "\"response.incomplete\"",
                    "\"response.failed\"",
                    "\"error\"");

    @Override
    public List<String> path() {
        return List.of("responses");
    }

    @Override
    public String answerName() {
        return "response";
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("output").isArray();
    }

    @Override
    public Optional<Usage> usage(JsonNode answer) {
        return USAGE.of(answer);
    }

    @Override
    public ChatEvent read(byte[] event) {
        String data = EventStream.data(event);
        // Some compatible servers end all their streams so.
        if (data.equals(EventStream.DONE)) {
            return new ChatEvent.Done(Optional.empty());
        }
        if (LAST.stream().noneMatch(data::contains)) {
            return new ChatEvent.Piece();
        }
        try {
            return read(MAPPER.readTree(data));
        } catch (JacksonException e) {
            return new ChatEvent.Piece();
        }
    }

    @Override
    public boolean isUseful(byte[] event) {
        try {
            JsonNode root = MAPPER.readTree(EventStream.data(event));
            String type = root.path("type").asString("");
            return !type.isEmpty()
                    && !WAITING.contains(type)
                    && !(type.endsWith(".delta") && root.path("delta").asString("?").isEmpty());
        } catch (JacksonException e) {
            return EventStream.data(event).equals(EventStream.DONE);
        }
    }

    private ChatEvent read(JsonNode event) {
        JsonNode response = event.path("response");
        return switch (event.path("type").asString("")) {
            case "response.completed", "response.incomplete" -> new ChatEvent.Done(paid(response));
            case "response.failed" ->
                    new ChatEvent.Fault(ErrorBody.of(response.path("error")), paid(response));
            // OpenAI has the words in the event itself, others in an object as errors elsewhere.
            case "error" ->
                    new ChatEvent.Fault(
                            ErrorBody.of(event.optional("error").orElse(withoutType(event))),
                            Optional.empty());
            default -> new ChatEvent.Piece();
        };
    }

    /** An event's type says that it is an error, not which. */
    private static JsonNode withoutType(JsonNode event) {
        return event instanceof ObjectNode object ? object.deepCopy().without("type") : event;
    }

    @Override
    public boolean passesFaultsOn() {
        return true;
    }
}
