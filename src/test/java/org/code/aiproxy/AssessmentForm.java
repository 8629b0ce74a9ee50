package org.code.aiproxy;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the school platform's backend posts, and what it reads of the answer. */
public final class AssessmentForm {

    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    public static final String RUBRIC =
            """
            Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence
            Sprites,At least 3 sprites,At least 2 sprites,At least 1 sprite,No sprites
            Variables,At least 2 variables,At least 1 variable,x,No variables
            """;

    private AssessmentForm() {}

    /** The fields of a request that is complete, for the model named. */
    public static Map<String, String> fields(String model) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("code", "var s = createSprite(1, 2);\nvar n = 1;\n");
        fields.put("prompt", "Grade the program.");
        fields.put("rubric", RUBRIC);
        return fields;
    }

    /** The fields as the body of a form. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(joining("&"));
    }

    /** Each key concept of an answer with its label. */
    public static List<String> labels(JsonNode answer) {
        return answer.get("data")
                .valueStream()
                .map(row ->
                        row.get("Key Concept").stringValue()
                                + ": "
                                + row.get("Label").stringValue())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
