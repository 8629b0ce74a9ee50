package org.code.aiproxy.textfile;

import org.code.aiproxy.json.ForeignJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that people write: comments and a comma after the last element are read over.
 *
 * @param name what messages call the file
 * @param text all of it
 */
public record JsonText(String name, String text) {

    private static final JsonMapper MAPPER =
            ForeignJson.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * The JSON.
     *
     * @throws InvalidTextException when it is not JSON; the message names line and column
     */
    public JsonNode read() {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw new InvalidTextException(
                    "%s%s: not JSON: %s. Correct it there."
                            .formatted(
                                    name,
                                    place == null
                                            ? ""
                                            : ", line %d, column %d"
                                                    .formatted(
                                                            place.getLineNr(), place.getColumnNr()),
                                    new Shown(String.valueOf(e.getOriginalMessage()))));
        }
    }
}
