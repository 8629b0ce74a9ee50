package org.code.aiproxy.provider.openai.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final byte[] DONE = ascii(EventStream.DONE);
    private static final byte[] TOKENS = ascii("\"prompt_tokens\"");
    private static final byte[] ERROR = ascii("\"error\"");
    private static final byte[] FINISH = ascii("\"finish_reason\"");

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

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
        // Thousands of pieces come, and few are worth decoding.
        if (!EventStream.holds(event, DONE)
                && !EventStream.holds(event, TOKENS)
                && !EventStream.holds(event, ERROR)) {
            return new ChatEvent.Piece();
        }
        String data = EventStream.data(event);
        if (data.equals(EventStream.DONE)) {
            return new ChatEvent.Done(Optional.empty());
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
        if (!givesAReason(event)) {
            return Set.of();
        }
        try {
            return MAPPER.readTree(EventStream.data(event))
                    .path("choices")
                    .valueStream()
                    .filter(choice -> choice.path("finish_reason").isString())
                    .map(choice -> choice.path("index").asInt(0))
                    .collect(Collectors.toSet());
        } catch (JacksonException e) {
            return Set.of();
        }
    }

    /** OpenAI's pieces all have the field, and null in it until the last. */
    private static boolean givesAReason(byte[] event) {
        int at = EventStream.indexOf(event, FINISH, 0);
        while (at >= 0) {
            int after = at + FINISH.length;
            while (after < event.length && (event[after] == ':' || event[after] <= ' ')) {
                after++;
            }
            if (after < event.length && event[after] == '"') {
                return true;
            }
            at = EventStream.indexOf(event, FINISH, after);
        }
        return false;
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
