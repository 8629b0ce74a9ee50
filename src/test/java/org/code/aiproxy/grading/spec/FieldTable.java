package org.code.aiproxy.grading.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.spec.AssessmentField.Place;
import org.code.aiproxy.grading.spec.FieldKind.Decimal;
import org.code.aiproxy.grading.spec.FieldKind.Flag;
import org.code.aiproxy.grading.spec.FieldKind.Names;
import org.code.aiproxy.grading.spec.FieldKind.Pairs;
import org.code.aiproxy.grading.spec.FieldKind.Text;
import org.code.aiproxy.grading.spec.FieldKind.Whole;
import org.code.aiproxy.grading.spec.FieldKind.Word;
import tools.jackson.databind.json.JsonMapper;

/** The table of fields as the documents have it. */
final class FieldTable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private FieldTable() {}

    /** The rows of API.md. */
    static List<String> markdown() {
        return AssessmentField.of(Place.FORM).stream()
                .map(field ->
                        "| `%s` | %s | %s |"
                                .formatted(field.text(), values(field), remark(field.doc())))
                .toList();
    }

    private static String remark(FieldDoc doc) {
        return doc.text() + doc.section().map("; see [below](#%s)"::formatted).orElse("");
    }

    private static String values(AssessmentField field) {
        String values =
                switch (field.kind()) {
                    case Text _ -> "text";
                    case Flag _ -> "`0` or `1`; default `0`";
                    case Whole it ->
                            "%d to %d; default `%d`".formatted(it.least(), it.most(), it.usual());
                    case Decimal it ->
                            "%d to %d".formatted(it.least(), it.most())
                                    + (it.usual().isPresent()
                                            ? "; default `%s`".formatted(it.usual().getAsDouble())
                                            : "");
                    case Word it ->
                            it.words().stream()
                                            .map("`%s`"::formatted)
                                            .collect(Collectors.joining(", "))
                                    + it.usual().map("; default `%s`"::formatted).orElse("");
                    case Pairs it ->
                            "a JSON array of up to %d pairs `[program, response]`"
                                    .formatted(it.most());
                    case Names _ -> "names: a repeated field, a JSON array, or a list with commas";
                };
        return field.isRequired() ? values + "; required" : values;
    }

    /** The properties of a form in openapi.yaml. */
    static List<String> form() {
        return properties(Place.FORM, AssessmentField::text, FieldTable::formSchema);
    }

    /** The properties of typed JSON in openapi.yaml. */
    static List<String> typed() {
        return properties(Place.TYPED, AssessmentField::typedName, FieldTable::typedSchema);
    }

    /** The query's parameters in openapi.yaml. */
    static List<String> parameters() {
        List<String> lines = new ArrayList<>();
        for (AssessmentField field : AssessmentField.of(Place.SAMPLE)) {
            lines.add("    %s:".formatted(field.text()));
            lines.add("      name: " + field.text());
            lines.add("      in: query");
            lines.add("      required: false");
            lines.add("      schema: " + MAPPER.writeValueAsString(formSchema(field)));
        }
        return lines;
    }

    private static List<String> properties(
            Place place,
            Function<AssessmentField, String> name,
            Function<AssessmentField, Map<String, Object>> schema) {
        return AssessmentField.of(place).stream()
                .map(field ->
                        "        %s: %s"
                                .formatted(
                                        name.apply(field),
                                        MAPPER.writeValueAsString(schema.apply(field))))
                .toList();
    }

    private static Map<String, Object> formSchema(AssessmentField field) {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
        switch (field.kind()) {
            case Text it -> limit(field, it, schema);
            case Flag _ -> {
                schema.put("enum", List.of("0", "1", "true", "false"));
                schema.put("default", "0");
            }
            case Whole it -> {
                schema.put(
                        "pattern",
                        IntStream.rangeClosed(it.least(), it.most())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining("|", "^(", ")$")));
                schema.put("default", Integer.toString(it.usual()));
            }
            case Decimal it ->
                    it.usual().ifPresent(usual -> schema.put("default", Double.toString(usual)));
            case Word it -> word(it, schema);
            case Pairs _, Names _ -> {}
        }
        return documented(field, schema);
    }

    private static Map<String, Object> typedSchema(AssessmentField field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (field.kind()) {
            case Text it -> {
                schema.put("type", "string");
                limit(field, it, schema);
            }
            case Flag _ -> {
                schema.put("type", "boolean");
                schema.put("default", false);
            }
            case Whole it -> {
                schema.put("type", "integer");
                schema.put("minimum", it.least());
                schema.put("maximum", it.most());
                schema.put("default", it.usual());
            }
            case Decimal it -> {
                schema.put("type", "number");
                schema.put("minimum", it.least());
                schema.put("maximum", it.most());
                it.usual().ifPresent(usual -> schema.put("default", usual));
            }
            case Word it -> {
                schema.put("type", "string");
                word(it, schema);
            }
            case Pairs it -> {
                schema.put("type", "array");
                schema.put("maxItems", it.most());
                Map<String, Object> pair = new LinkedHashMap<>();
                pair.put("type", "array");
                pair.put("minItems", 2);
                pair.put("maxItems", 2);
                pair.put("items", Map.of("type", "string"));
                schema.put("items", pair);
            }
            case Names _ -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "string"));
            }
        }
        return documented(field, schema);
    }

    private static void limit(AssessmentField field, Text kind, Map<String, Object> schema) {
        if (!kind.equals(Text.LONG)) {
            schema.put("maxLength", kind.most());
        } else if (field.isRequired()) {
            schema.put("minLength", 1);
        }
    }

    private static void word(Word kind, Map<String, Object> schema) {
        schema.put("enum", kind.words());
        kind.usual().ifPresent(usual -> schema.put("default", usual));
    }

    private static Map<String, Object> documented(
            AssessmentField field, Map<String, Object> schema) {
        String text = field.doc().text();
        // Generators of clients make a field with the keyword `default` one that must be sent.
        String usual =
                Optional.ofNullable(schema.remove("default"))
                        .map(" Default: %s."::formatted)
                        .orElse("");
        schema.put(
                "description",
                Character.toUpperCase(text.charAt(0)) + text.substring(1) + "." + usual);
        field.doc().example().ifPresent(example -> schema.put("examples", List.of(example)));
        return schema;
    }
}
