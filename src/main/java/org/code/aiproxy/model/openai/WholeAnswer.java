package org.code.aiproxy.model.openai;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server with OpenAI's API answered, as the bytes that came and as what they say.
 *
 * @param json the bytes
 * @param root what they say, missing where they are no JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes it.
record WholeAnswer(byte[] json, JsonNode root) {

    /** Far over any answer; what never ends must not fill the heap. */
    private static final int LONGEST = 16 << 20;

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads all.
     *
     * @throws IOException when the connection breaks, or the answer is over 16 MiB long
     */
    static WholeAnswer read(InputStream in) throws IOException {
        byte[] json = in.readNBytes(LONGEST + 1);
        if (json.length > LONGEST) {
            throw new IOException("the answer is longer than any that a model gives");
        }
        return new WholeAnswer(json, parse(json));
    }

    /**
     * Reads all; of a stream of chunks, makes one answer.
     *
     * @throws IOException as above, or when a stream breaks off
     */
    static WholeAnswer joined(InputStream body) throws IOException {
        ServerAnswer answer = ServerAnswer.of(body);
        if (!answer.isStream()) {
            return read(answer.in());
        }
        JsonNode joined = JoinedChunks.read(answer.in());
        return new WholeAnswer(MAPPER.writeValueAsBytes(joined), joined);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isError() {
        JsonNode error = root.path("error");
        return error.isObject() || error.isString();
    }

    ErrorBody error() {
        return ErrorBody.of(root.path("error"));
    }

    /** The server's words of what went wrong. */
    String message() {
        return message(root.path("error"));
    }

    static String message(JsonNode error) {
        return error.path("message").asString(error.asString("no reason given"));
    }
}
