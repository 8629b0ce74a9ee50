package org.code.aiproxy.model.openai;

import java.util.Optional;
import org.code.aiproxy.model.Tier;
import org.code.aiproxy.model.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event of a streamed chat completion tells about the stream. */
sealed interface ChatEvent {

    /** A piece of the answer, or a comment. */
    record Piece() implements ChatEvent {}

    /** A piece that says what was paid for, and as what. */
    record Paid(Usage usage, Tier tier) implements ChatEvent {}

    /** The server gave up. */
    record Fault(String message) implements ChatEvent {}

    /** The answer is complete. */
    record Done() implements ChatEvent {}

    JsonMapper MAPPER = new JsonMapper();

    static ChatEvent read(byte[] event) {
        String data = EventStream.data(event);
        if (data.equals(EventStream.DONE)) {
            return new Done();
        }
        // Thousands of pieces come, and few are worth parsing.
        if (!data.contains("\"prompt_tokens\"") && !data.contains("\"error\"")) {
            return new Piece();
        }
        try {
            return read(MAPPER.readTree(data));
        } catch (JacksonException e) {
            return new Piece();
        }
    }

    private static ChatEvent read(JsonNode chunk) {
        Optional<JsonNode> error = chunk.optional("error").filter(it -> !it.isNull());
        return error.<ChatEvent>map(it -> new Fault(WholeAnswer.message(it)))
                .or(() ->
                        WholeAnswer.usage(chunk)
                                .map(usage -> new Paid(usage, WholeAnswer.tier(chunk))))
                .orElseGet(Piece::new);
    }
}
