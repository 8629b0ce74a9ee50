package org.code.aiproxy.player.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.player.model.PlayedQuestion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The format of an API for models. */
public interface Wire {

    /** What whole answers come in. */
    String JSON = "application/json";

    JsonMapper MAPPER = new JsonMapper();

    /** What a model wrote as JSON; an empty object where it isn't, as where it is cut off. */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }

    /** The format of the route that a call asks for; empty for any other route. */
    static Optional<Wire> of(Call call) {
        if (!call.method().equals("POST")) {
            return Optional.empty();
        }
        String path = call.path();
        if (path.endsWith("/chat/completions")) {
            return Optional.of(new CompletionsWire());
        }
        if (path.endsWith("/responses")) {
            return Optional.of(new ResponsesWire());
        }
        if (path.endsWith("/decisions")) {
            return Optional.of(new DecisionsWire());
        }
        return ConverseWire.PATH.matcher(path).matches()
                ? Optional.of(new ConverseWire())
                : Optional.empty();
    }

    /**
     * Reads what is asked.
     *
     * @throws tools.jackson.core.JacksonException when the body isn't JSON
     */
    PlayedQuestion read(Call call);

    /** A whole answer's body. */
    byte[] whole(PlayedAnswer answer);

    /** The same as a stream's events, in order. */
    List<byte[]> events(PlayedAnswer answer);

    /** What streams come in. */
    String streamType();

    /** What a stream can go on with forever, and is still no whole answer. */
    byte[] noise();

    /** Answers with a problem. */
    void refuse(Call call, Problem problem) throws IOException;
}
