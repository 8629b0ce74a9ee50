package org.code.aiproxy.grading.spec;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.grading.spec.FieldKind.Decimal;
import org.code.aiproxy.grading.spec.FieldKind.Whole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Fields by name, as forms and people's JSON have them: a number or a flag may be text. A field can
 * be repeated; where one value is wanted, the last counts. A blank value is as good as none, but
 * for the program's.
 */
public final class RequestFields {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?");

    private static final int MOST_FIELDS = 100;
    private static final int MOST_VALUES = 200;

    private final Map<String, List<JsonNode>> values;

    private RequestFields(Map<String, List<JsonNode>> values) {
        values.forEach(RequestFields::requireLimits);
        this.values = values;
    }

    /** The fields of a form. */
    public static RequestFields ofTexts(Map<String, List<String>> texts) {
        requireFew(texts.size());
        Map<String, List<JsonNode>> values = LinkedHashMap.newLinkedHashMap(texts.size());
        texts.forEach((name, all) ->
                values.put(name, all.stream().<JsonNode>map(StringNode::valueOf).toList()));
        return new RequestFields(values);
    }

    /**
     * The fields of a JSON object. An array of plain values is a repeated field, and null is no
     * field.
     */
    public static RequestFields of(JsonNode object) {
        requireFew(object.size());
        Map<String, List<JsonNode>> values = LinkedHashMap.newLinkedHashMap(object.size());
        object.properties()
                .forEach(field -> {
                    List<JsonNode> all = all(field.getValue());
                    if (!all.isEmpty()) {
                        values.put(field.getKey(), all);
                    }
                });
        return new RequestFields(values);
    }

    /** First of all: where all names have one hash, a copy takes the square of their number. */
    private static void requireFew(int fields) {
        if (fields > MOST_FIELDS) {
            throw new InvalidFieldException(
                    "body", "must have at most %d fields.".formatted(MOST_FIELDS));
        }
    }

    private static List<JsonNode> all(JsonNode value) {
        boolean repeated = value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode);
        return (repeated ? value.valueStream() : Stream.of(value))
                .filter(one -> !one.isNull())
                .toList();
    }

    private static void requireLimits(String name, List<JsonNode> values) {
        if (values.size() > MOST_VALUES) {
            throw new InvalidFieldException(
                    name, "may appear at most %d times.".formatted(MOST_VALUES));
        }
        if (values.stream()
                .filter(JsonNode::isString)
                .anyMatch(text -> text.stringValue().length() > FieldKind.Text.LONG.most())) {
            throw new OverlongFieldException(name, FieldKind.Text.LONG.most());
        }
    }

    /** These fields, with another's in place of or beside them. */
    public RequestFields with(RequestFields others) {
        Map<String, List<JsonNode>> merged = new LinkedHashMap<>(values);
        merged.putAll(others.values);
        requireFew(merged.size());
        return new RequestFields(merged);
    }

    /** The names of those that are there. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The value as it came; empty where there is none. */
    Optional<JsonNode> value(AssessmentField field) {
        return Optional.ofNullable(values.get(field.text())).map(List::getLast);
    }

    /** The value as text, blank or not. */
    Optional<String> raw(AssessmentField field) {
        return value(field).map(RequestFields::text);
    }

    /** The value as text. */
    public Optional<String> text(AssessmentField field) {
        return raw(field).filter(value -> !value.isBlank());
    }

    /** The values of all of them that are to be read as a list, blank ones left out. */
    List<String> all(AssessmentField field) {
        return values.getOrDefault(field.text(), List.of()).stream()
                .map(RequestFields::text)
                .filter(value -> !value.isBlank())
                .toList();
    }

    Optional<Integer> whole(AssessmentField field) {
        Whole kind = (Whole) field.kind();
        return word(field)
                .map(text -> {
                    if (!INTEGER.matcher(text).matches() || !kind.has(Integer.parseInt(text))) {
                        throw field.isNot();
                    }
                    return Integer.parseInt(text);
                });
    }

    Optional<Double> decimal(AssessmentField field) {
        Decimal kind = (Decimal) field.kind();
        return word(field)
                .map(text -> {
                    if (!NUMBER.matcher(text).matches() || !kind.has(new BigDecimal(text))) {
                        throw field.isNot();
                    }
                    return Double.parseDouble(text);
                });
    }

    Optional<Boolean> flag(AssessmentField field) {
        return word(field)
                .map(text ->
                        switch (text) {
                            case "1", "true", "True" -> true;
                            case "0", "false", "False" -> false;
                            default -> throw field.isNot();
                        });
    }

    Optional<String> word(AssessmentField field) {
        return text(field).map(String::strip);
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }

    /** Leaves values out: a program and a key are among them. */
    @Override
    public String toString() {
        return "RequestFields" + values.keySet();
    }
}
