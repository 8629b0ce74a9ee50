package org.code.aiproxy.provider.openai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.code.aiproxy.json.ForeignJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a stream for its usage where the caller doesn't, since else no one learns what it took (<a
 * href="https://platform.openai.com/docs/api-reference/chat/create">stream_options</a>).
 */
final class AskedUsage {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;
    private static final String OPTIONS = "stream_options";
    private static final String USAGE = "include_usage";

    private AskedUsage() {}

    /** The same body with the option, all other bytes as they were; empty where it is there. */
    static Optional<byte[]> addedTo(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            int start = Math.toIntExact(parser.currentLocation().getByteOffset());
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isOptions = parser.currentName().equals(OPTIONS);
                parser.nextToken();
                if (isOptions) {
                    return inOptions(json, parser);
                }
                parser.skipChildren();
            }
            return start < 1
                    ? Optional.empty()
                    : Optional.of(
                            spliced(
                                    json,
                                    start,
                                    start,
                                    "\"%s\":{\"%s\":true},".formatted(OPTIONS, USAGE)));
        } catch (JacksonException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> inOptions(byte[] json, JsonParser parser) {
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        JsonNode options = parser.readValueAsTree();
        int to = Math.toIntExact(parser.currentLocation().getByteOffset());
        if (from < 0 || options.path(USAGE).asBoolean(false)) {
            return Optional.empty();
        }
        ObjectNode more = options instanceof ObjectNode object ? object : MAPPER.createObjectNode();
        return Optional.of(spliced(json, from, to, more.put(USAGE, true).toString()));
    }

    private static byte[] spliced(byte[] json, int from, int to, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + text.length());
        out.write(json, 0, from);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(json, to, json.length - to);
        return out.toByteArray();
    }
}
