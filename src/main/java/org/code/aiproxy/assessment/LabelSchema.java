package org.code.aiproxy.assessment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.code.aiproxy.model.ResponseSchema;
import org.code.aiproxy.rubric.Label;

/**
 * The JSON that labels come in. Providers want an object at the top, prompts ask for an array: the
 * object holds the array, and whoever reads the completion finds the array in it.
 */
final class LabelSchema {

    private static final String NAME = "assessment";
    private static final String ROWS = "rows";

    private LabelSchema() {}

    /**
     * For answers about these key concepts.
     *
     * @param keyConcepts the rubric's names
     */
    static ResponseSchema of(List<String> keyConcepts) {
        // Reason before label: a model that writes its reasons first labels better.
        SequencedMap<String, Object> columns = new LinkedHashMap<>();
        columns.put("Key Concept", Map.of("type", "string", "enum", keyConcepts));
        columns.put("Observations", Map.of("type", "string"));
        columns.put("Evidence", Map.of("type", "string"));
        columns.put("Reason", Map.of("type", "string"));
        columns.put(
                "Label",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(Label.values()).map(Label::text).toList()));
        return new ResponseSchema(
                NAME, object(Map.of(ROWS, Map.of("type", "array", "items", object(columns)))));
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        SequencedMap<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", List.copyOf(properties.keySet()));
        object.put("additionalProperties", false);
        return object;
    }
}
