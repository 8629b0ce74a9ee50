package org.code.aiproxy.web.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.code.aiproxy.grading.assessment.InvalidFieldException;
import org.code.aiproxy.grading.assessment.RequestFields;
import tools.jackson.databind.JsonNode;

/**
 * The fields of {@code POST /v1/assessments}: what {@code POST /assessment} takes as text, with its
 * own type and with underscores in the names.
 */
final class TypedFields {

    /** A type of JSON, and how errors name it. */
    private enum Type {
        STRING("a string"),
        BOOLEAN("true or false"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        STRINGS("an array of strings"),
        PAIRS("an array of pairs of strings, [[program, response], …]");

        private final String name;

        Type(String name) {
            this.name = name;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case STRING -> value.isString();
                case BOOLEAN -> value.isBoolean();
                case INTEGER -> value.isIntegralNumber();
                case NUMBER -> value.isNumber();
                case STRINGS -> isArrayOf(value, JsonNode::isString);
                case PAIRS -> isArrayOf(value, pair -> pair.size() == 2 && STRINGS.fits(pair));
            };
        }

        private static boolean isArrayOf(JsonNode node, Predicate<JsonNode> element) {
            return node.isArray() && node.valueStream().allMatch(element);
        }
    }

    private static final Map<String, Type> TYPES =
            Map.ofEntries(
                    Map.entry("code", Type.STRING),
                    Map.entry("prompt", Type.STRING),
                    Map.entry("rubric", Type.STRING),
                    Map.entry("examples", Type.PAIRS),
                    Map.entry("model", Type.STRING),
                    Map.entry("api_key", Type.STRING),
                    Map.entry("num_responses", Type.INTEGER),
                    Map.entry("adaptive_votes", Type.BOOLEAN),
                    Map.entry("temperature", Type.NUMBER),
                    Map.entry("evidence_limit", Type.INTEGER),
                    Map.entry("reasoning_effort", Type.STRING),
                    Map.entry("response_type", Type.STRING),
                    Map.entry("remove_comments", Type.BOOLEAN),
                    Map.entry("legacy_prompt", Type.BOOLEAN),
                    Map.entry("code_feature_extractor", Type.STRINGS),
                    Map.entry("lesson", Type.STRING));

    private TypedFields() {}

    /**
     * The same fields as {@code POST /assessment} takes them; null is no field.
     *
     * @throws InvalidFieldException for a field that is unknown or of another type
     */
    static RequestFields read(JsonNode object) {
        if (!object.isObject()) {
            throw new InvalidFieldException("body", "must be a JSON object of fields.");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        object.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field ->
                        values.put(
                                field.getKey().replace('_', '-'),
                                texts(field.getKey(), field.getValue())));
        return new RequestFields(values);
    }

    /** What a field of {@code POST /assessment} is called here. */
    static String name(String field) {
        return field.replace('-', '_');
    }

    private static List<String> texts(String name, JsonNode value) {
        Type type = TYPES.get(name);
        if (type == null) {
            throw new InvalidFieldException(name, "is no field of this route; API.md lists them.");
        }
        if (!type.fits(value)) {
            throw new InvalidFieldException(name, "must be %s.".formatted(type.name));
        }
        return switch (type) {
            case STRINGS, PAIRS -> List.of(value.toString());
            case STRING, BOOLEAN, INTEGER, NUMBER -> List.of(value.asString());
        };
    }
}
