package org.code.aiproxy.provider.openai.wire;

import java.util.Set;
import org.code.aiproxy.json.ForeignJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a whole answer decides how it is passed on: all but what models wrote. */
final class Outline {

    private static final Set<String> READ = Set.of("error", "usage", "service_tier");

    /** As arrays without what is in them. */
    private static final Set<String> ARRAYS = Set.of("choices", "output", "answers");

    /** Far over any of the fields that are read. */
    private static final int LONGEST_FIELD = 64 << 10;

    /** Nothing is kept of what is passed over, so that there may be any number of tokens. */
    private static final StreamReadConstraints ANY_NUMBER =
            ForeignJson.LIMITS.rebuild().maxTokenCount(Long.MAX_VALUE).build();

    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(ANY_NUMBER).build())
                    .build();

    private final byte[] json;
    private final ObjectNode outline = MAPPER.createObjectNode();

    private Outline(byte[] json) {
        this.json = json;
    }

    /** Missing where it is not an object in JSON. */
    static JsonNode of(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? new Outline(json).read(parser)
                    : MissingNode.getInstance();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private ObjectNode read(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (ARRAYS.contains(name) && value == JsonToken.START_ARRAY) {
                outline.putArray(name);
            }
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            if (READ.contains(name)) {
                keep(name, start, parser.currentLocation().getByteOffset());
            }
        }
        return outline;
    }

    private void keep(String name, long start, long end) {
        // The parser counts bytes in UTF-8 only, which is what servers send.
        if (start >= 0 && end - start <= LONGEST_FIELD) {
            int from = Math.toIntExact(start);
            outline.set(name, ForeignJson.MAPPER.readTree(json, from, Math.toIntExact(end) - from));
        }
    }
}
