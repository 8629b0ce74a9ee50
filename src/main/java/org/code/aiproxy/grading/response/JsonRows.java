package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes rows of JSON: of arrays, of wrappers of any name, and of objects keyed by key concept. */
final class JsonRows {

    private static final int DEEPEST = 8;

    /** Half of a character outside the basic plane, which can't be written as UTF-8. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    /** Where a wrapper has what its model thought before. */
    private static final Set<String> REASONING =
            Set.of("thinking", "thoughts", "draft", "drafts", "scratchpad", "analysis");

    private final Function<String, Optional<String>> concept;
    private final Function<String, List<WrittenAnswer>> embedded;

    /**
     * @param concept the rubric's key concept that a text means
     * @param embedded answers in a text inside JSON
     */
    JsonRows(
            Function<String, Optional<String>> concept,
            Function<String, List<WrittenAnswer>> embedded) {
        this.concept = concept;
        this.embedded = embedded;
    }

    /**
     * The rows in a value, those apart that stand apart.
     *
     * @param source an object's characters
     */
    List<List<WrittenRow>> groups(JsonNode root, Function<JsonNode, String> source) {
        List<List<WrittenRow>> groups = new ArrayList<>();
        collect(root, source, 0, groups);
        return groups;
    }

    private void collect(
            JsonNode node,
            Function<JsonNode, String> source,
            int depth,
            List<List<WrittenRow>> groups) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isString()) {
            embedded.apply(node.stringValue()).forEach(answer -> groups.add(answer.rows()));
            return;
        }
        List<WrittenRow> rows = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode element : node.isArray() ? node : List.of(node)) {
            List<WrittenRow> own = element.isObject() ? rows(element, source) : List.of();
            rows.addAll(own);
            if (own.isEmpty()) {
                others.add(element);
            }
        }
        if (!rows.isEmpty()) {
            groups.add(rows);
        }
        others.forEach(
                other -> inside(other).forEach(it -> collect(it, source, depth + 1, groups)));
    }

    private static List<JsonNode> inside(JsonNode node) {
        return node.isObject()
                ? node.properties().stream()
                        .filter(field ->
                                !REASONING.contains(field.getKey().toLowerCase(Locale.ROOT)))
                        .map(Map.Entry::getValue)
                        .toList()
                : node.isArray() ? node.valueStream().toList() : List.of();
    }

    /** An object that is a row, or whose keys are key concepts. */
    private List<WrittenRow> rows(JsonNode object, Function<JsonNode, String> source) {
        Map<String, String> row = row(object);
        if (row.containsKey(Column.KEY_CONCEPT)) {
            return List.of(new WrittenRow(row, source.apply(object)));
        }
        List<WrittenRow> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            concept.apply(field.getKey())
                    .ifPresent(name -> rows.add(keyed(name, field.getValue(), object, source)));
        }
        return rows;
    }

    private static WrittenRow keyed(
            String name, JsonNode value, JsonNode object, Function<JsonNode, String> source) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Column.KEY_CONCEPT, name);
        if (value.isObject()) {
            row.putAll(row(value));
        } else {
            row.put(Column.LABEL, text(Column.LABEL, value));
        }
        return new WrittenRow(row, source.apply(object));
    }

    private static Map<String, String> row(JsonNode object) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey().strip();
            String column = Column.named(key).orElse(key);
            if (column.equals(key) || !row.containsKey(column)) {
                row.put(column, text(column, field.getValue()));
            }
        }
        return row;
    }

    private static String text(String column, JsonNode value) {
        boolean isLabel = column.equals(Column.LABEL) || column.equals(Column.GRADE);
        if (isLabel && value.isContainer() && value.size() == 1) {
            return text(column, value.iterator().next());
        }
        if (value.isArray() && !isLabel) {
            return value.valueStream()
                    .map(element -> text(column, element))
                    .collect(Collectors.joining(" "));
        }
        if (value.isNull()) {
            return "";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
    }
}
