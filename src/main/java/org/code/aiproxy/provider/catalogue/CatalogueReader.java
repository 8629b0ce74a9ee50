package org.code.aiproxy.provider.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.List;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.model.catalogue.CardIndex;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads catalogues: an array of this service's own cards, LiteLLM's map, or an excerpt of it with
 * its source.
 */
public final class CatalogueReader {

    /** Prices are exact. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private CatalogueReader() {}

    /** LiteLLM's map of all models takes two megabytes. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /**
     * Reads a file.
     *
     * @throws InvalidSettingException when it can't be read; the message names it
     */
    public static CardIndex read(Resource file) {
        try (InputStream json = file.getInputStream()) {
            return new CardIndex(cards(MAPPER.readTree(json.readNBytes(MOST_BYTES))));
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new InvalidSettingException(
                    "AIPROXY_MODEL_CATALOGUE",
                    "is invalid: %s is neither a JSON array of model cards nor LiteLLM's model map (%s)."
                            .formatted(file.getDescription(), reason(e)));
        }
    }

    private static List<ModelCard> cards(JsonNode json) {
        if (json.isArray()) {
            return json.valueStream().map(CardJson::read).toList();
        }
        JsonNode models = json.path("source").isObject() ? json.path("models") : json;
        if (!LiteLlmMap.isMap(models)) {
            throw new IllegalArgumentException("it has no models");
        }
        return LiteLlmMap.read(models);
    }

    /** In one line. */
    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
