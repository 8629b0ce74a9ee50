package org.code.aiproxy.provider.openai.wire;

import java.io.IOException;
import java.io.InputStream;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.answer.StreamPace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server with OpenAI's API answered, as the bytes that came and as what they say.
 *
 * @param json the bytes
 * @param root what they say, missing where they aren't JSON
 */
@SuppressWarnings("ArrayRecordComponent") // No one compares or changes it.
public record WholeAnswer(byte[] json, JsonNode root) {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    /**
     * Reads all.
     *
     * @throws IOException when the connection breaks, or the answer is longer than its room
     */
    public static WholeAnswer read(InputStream in, AnswerRoom room) throws IOException {
        byte[] json = room.weighed(in).readAllBytes();
        return new WholeAnswer(json, parse(json));
    }

    /**
     * Reads all, and of what it says only what decides how it is passed on: a long answer's tree
     * would take many times as much as its bytes.
     *
     * @throws IOException as above
     */
    static WholeAnswer passed(InputStream in, AnswerRoom room) throws IOException {
        byte[] json = room.counted(in).readAllBytes();
        return new WholeAnswer(json, Outline.of(json));
    }

    /**
     * Reads all; of a stream of chunks, makes one answer.
     *
     * @throws IOException as above, or when a stream ends early
     */
    public static WholeAnswer joined(
            InputStream body, AnswerRoom room, AnswerLimits limits, StreamPace pace)
            throws IOException {
        ServerAnswer answer = ServerAnswer.of(body, false, pace);
        return answer.isStream()
                ? joined(JoinedChunks.read(answer.in(), room, limits, pace))
                : read(answer.in(), room);
    }

    /** As above, of an answer that is passed on. */
    public static WholeAnswer joinedToPass(
            InputStream body, AnswerRoom room, AnswerLimits limits, StreamPace pace)
            throws IOException {
        ServerAnswer answer = ServerAnswer.of(body, false, pace);
        return answer.isStream()
                ? joined(JoinedChunks.read(answer.in(), room, limits, pace))
                : passed(answer.in(), room);
    }

    private static WholeAnswer joined(JsonNode chunks) {
        return new WholeAnswer(MAPPER.writeValueAsBytes(chunks), chunks);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    public boolean isError() {
        JsonNode error = root.path("error");
        return error.isObject() || error.isString();
    }

    public ErrorBody error() {
        return ErrorBody.of(root.path("error"));
    }

    /** The server's words of what went wrong. */
    public String message() {
        return message(root.path("error"));
    }

    static String message(JsonNode error) {
        return error.path("message").asString(error.asString("no reason given"));
    }
}
