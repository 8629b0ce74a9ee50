package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat completions: choices, and streams that end with {@code [DONE]}. */
public record CompletionsFormat() implements ChatFormat {

    private static final UsageFields USAGE = new UsageFields("prompt", "completion");

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    /**
     * A reason that is given: OpenAI's pieces all have the field, and null in it until the last.
     */
    private static final Pattern FINISH = Pattern.compile("\"finish_reason\"\\s*+:\\s*+\"");

    @Override
    public List<String> path() {
        return List.of("chat", "completions");
    }

    @Override
    public String answerName() {
        return "chat completion";
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("choices").isArray();
    }

    @Override
    public Optional<Usage> usage(JsonNode answer) {
        return USAGE.of(answer);
    }

    @Override
    public ChatEvent read(byte[] event) {
        String data = EventStream.data(event);
        if (data.equals(EventStream.DONE)) {
            return new ChatEvent.Done(Optional.empty());
        }
        // Thousands of pieces come, and few are worth parsing.
        if (!data.contains("\"prompt_tokens\"") && !data.contains("\"error\"")) {
            return new ChatEvent.Piece();
        }
        try {
            return read(MAPPER.readTree(data));
        } catch (JacksonException e) {
            return new ChatEvent.Piece();
        }
    }

    private ChatEvent read(JsonNode chunk) {
        Optional<JsonNode> error = chunk.optional("error").filter(it -> !it.isNull());
        return error.<ChatEvent>map(it -> new ChatEvent.Fault(ErrorBody.of(it), Optional.empty()))
                .or(() -> paid(chunk))
                .orElseGet(ChatEvent.Piece::new);
    }

    @Override
    public Set<Integer> finished(byte[] event) {
        // Most events are pieces, and are looked at no further.
        String data = EventStream.data(event);
        if (!FINISH.matcher(data).find()) {
            return Set.of();
        }
        try {
            return MAPPER.readTree(data)
                    .path("choices")
                    .valueStream()
                    .filter(choice -> choice.path("finish_reason").isString())
                    .map(choice -> choice.path("index").asInt(0))
                    .collect(Collectors.toSet());
        } catch (JacksonException e) {
            return Set.of();
        }
    }

    @Override
    public boolean isUseful(byte[] event) {
        try {
            JsonNode chunk = MAPPER.readTree(EventStream.data(event));
            return chunk.has("error")
                    || chunk.path("choices").valueStream().anyMatch(CompletionsFormat::isUseful);
        } catch (JacksonException e) {
            return EventStream.data(event).equals(EventStream.DONE);
        }
    }

    private static boolean isUseful(JsonNode choice) {
        JsonNode delta = choice.optional("delta").orElse(choice.path("message"));
        return choice.path("finish_reason").isString()
                || delta.properties().stream()
                        .filter(field -> !field.getKey().equals("role"))
                        .map(Map.Entry::getValue)
                        .anyMatch(it -> it.isString() ? !it.asString("").isEmpty() : !it.isEmpty());
    }

    @Override
    public boolean isUsageAlone(byte[] event) {
        try {
            JsonNode choices = MAPPER.readTree(EventStream.data(event)).path("choices");
            return choices.isArray() && choices.isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Override
    public List<byte[]> events(JsonNode answer, boolean withUsage) {
        return SplitAnswer.events(answer, withUsage);
    }

    @Override
    public boolean passesFaultsOn() {
        return false;
    }
}
