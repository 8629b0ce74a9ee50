package org.code.aiproxy.grading.spec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.model.ResponseSchema;

/**
 * The JSON that labels come in. Providers want an object at the top, prompts ask for an array: the
 * object holds the array, and whoever reads the completion finds the array in it. Its keys have one
 * order in every process, since providers cache the schema with the prompt.
 */
final class LabelSchema {

    private static final String NAME = "assessment";
    private static final String EVIDENCE = "evidence";
    private static final String ROWS = "rows";
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private LabelSchema() {}

    /**
     * For answers about these key concepts.
     *
     * @param keyConcepts the rubric's names
     */
    static ResponseSchema of(List<String> keyConcepts) {
        // Reason before label: a model that writes its reasons first labels better.
        SequencedMap<String, Object> columns = new LinkedHashMap<>();
        columns.put("Key Concept", text(keyConcepts));
        columns.put("Observations", TEXT);
        columns.put("Evidence", TEXT);
        columns.put("Reason", TEXT);
        columns.put("Label", text(Arrays.stream(Label.values()).map(Label::text).toList()));
        return rows(NAME, columns);
    }

    /**
     * For answers that point at places in the program, and say nothing else.
     *
     * @param keyConcepts the rubric's names
     */
    static ResponseSchema ofEvidence(List<String> keyConcepts) {
        SequencedMap<String, Object> columns = new LinkedHashMap<>();
        columns.put("Key Concept", text(keyConcepts));
        columns.put("Evidence", TEXT);
        return rows(EVIDENCE, columns);
    }

    private static ResponseSchema rows(String name, SequencedMap<String, Object> columns) {
        SequencedMap<String, Object> rows = new LinkedHashMap<>();
        rows.put("type", "array");
        rows.put("items", object(columns));
        return new ResponseSchema(name, object(Map.of(ROWS, rows)));
    }

    private static Map<String, Object> text(List<String> values) {
        SequencedMap<String, Object> text = new LinkedHashMap<>(TEXT);
        text.put("enum", values);
        return text;
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
