package org.code.aiproxy.player.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A value that fits a JSON schema, of the kinds that requests for structured output have. */
final class SampleValue {

    private static final String TEXT = "played";

    private SampleValue() {}

    /** The simplest value; a text where the schema says nothing. */
    static Object of(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        if (schema.has("anyOf")) {
            return of(schema.at("/anyOf/0"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema.path("properties"));
            case "array" -> List.of(of(schema.path("items")));
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            default -> TEXT;
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.path(0).asString("")
                : type.asString(schema.has("properties") ? "object" : "");
    }

    private static Map<String, Object> object(JsonNode properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        properties.forEachEntry((name, schema) -> object.put(name, of(schema)));
        return object;
    }
}
