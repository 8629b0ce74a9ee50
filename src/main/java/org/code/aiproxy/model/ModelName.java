package org.code.aiproxy.model;

import java.io.ByteArrayOutputStream;
import org.code.aiproxy.json.ForeignJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Puts another model's name into a request's body and leaves every other byte as it is. */
final class ModelName {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private static final String FIELD = "model";

    private ModelName() {}

    static byte[] replaced(byte[] json, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + name.length());
        int copied = 0;
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isModel = parser.currentName().equals(FIELD);
                parser.nextToken();
                if (isModel) {
                    int start = offset(parser.currentTokenLocation().getByteOffset());
                    parser.skipChildren();
                    parser.finishToken();
                    out.write(json, copied, start - copied);
                    out.writeBytes(MAPPER.writeValueAsBytes(name));
                    copied = offset(parser.currentLocation().getByteOffset());
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            throw new ModelException.Unsupported("body", "must be a JSON object.");
        }
        out.write(json, copied, json.length - copied);
        return out.toByteArray();
    }

    /** The parser counts bytes in UTF-8 only. */
    private static int offset(long byteOffset) {
        if (byteOffset < 0) {
            throw new ModelException.Unsupported("body", "must be in UTF-8.");
        }
        return Math.toIntExact(byteOffset);
    }
}
