package org.code.aiproxy.model.openai;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.code.aiproxy.model.Tier;
import org.code.aiproxy.model.Usage;
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

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isCompletion() {
        return root.path("choices").isArray();
    }

    boolean isError() {
        return root.path("error").isObject();
    }

    /** The server's words of what went wrong. */
    String message() {
        return message(root.path("error"));
    }

    static String message(JsonNode error) {
        return error.path("message").asString(error.asString("no reason given"));
    }

    Usage usage() {
        return usage(root).orElse(Usage.NONE);
    }

    /** How the server served it, as far as it says. */
    static Tier tier(JsonNode answer) {
        return Tier.of(answer.path("service_tier").asStringOpt());
    }

    static Optional<Usage> usage(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        return usage.isObject()
                ? Optional.of(
                        new Usage(
                                usage.path("prompt_tokens").asLong(0),
                                usage.path("completion_tokens").asLong(0),
                                details(usage, "prompt", "cached_tokens"),
                                details(usage, "prompt", "cache_write_tokens"),
                                details(usage, "completion", "reasoning_tokens"),
                                usage.path("total_tokens").asLong(0)))
                : Optional.empty();
    }

    private static long details(JsonNode usage, String side, String tokens) {
        return usage.path(side + "_tokens_details").path(tokens).asLong(0);
    }
}
