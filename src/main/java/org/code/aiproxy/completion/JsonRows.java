package org.code.aiproxy.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a completion that is a JSON array of objects, with whatever the model wrote round it:
 * prose, Markdown fences, line breaks inside strings.
 */
final class JsonRows implements RowReader {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

    private static final Pattern ARRAY_OF_OBJECTS = Pattern.compile("\\[\\s*+\\{");

    /** Half of a character outside the basic plane, which can't be written as UTF-8. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    @Override
    public List<Map<String, String>> read(String completion) throws UnreadableException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode element : array(completion)) {
            if (!element.isObject()) {
                throw new UnreadableException(
                        Defect.FORMAT, "the JSON array holds something beside objects");
            }
            rows.add(row(element));
        }
        return rows;
    }

    /**
     * The first array of objects that can be read. After a failed attempt the search goes on where
     * the parser stopped, so every character is read a fixed number of times at the most.
     */
    private static JsonNode array(String completion) throws UnreadableException {
        Matcher start = ARRAY_OF_OBJECTS.matcher(completion);
        char[] text = completion.toCharArray();
        boolean found = false;
        int from = 0;
        while (from < completion.length() && start.find(from)) {
            found = true;
            int at = start.start();
            try (JsonParser parser = MAPPER.createParser(text, at, text.length - at)) {
                try {
                    parser.nextToken();
                    return parser.readValueAsTree();
                } catch (JacksonException e) {
                    from = at + (int) Math.max(1, parser.currentLocation().getCharOffset());
                }
            }
        }
        throw new UnreadableException(
                Defect.FORMAT,
                found ? "the JSON array can't be read to its end" : "there is no JSON array in it");
    }

    /**
     * Of an array that breaks off, the objects before the break; where there is no array, objects
     * that stand by themselves.
     */
    @Override
    public List<Map<String, String>> salvage(String completion) {
        Matcher array = ARRAY_OF_OBJECTS.matcher(completion);
        int from = array.find() ? array.start() + 1 : 0;
        List<Map<String, String>> rows = new ArrayList<>();
        char[] text = completion.toCharArray();
        for (int at = completion.indexOf('{', from); at >= 0; at = completion.indexOf('{', from)) {
            try (JsonParser parser = MAPPER.createParser(text, at, text.length - at)) {
                try {
                    parser.nextToken();
                    rows.add(row(parser.readValueAsTree()));
                } catch (JacksonException e) {
                    // Whatever follows the break, nobody knows what it belongs to.
                    return rows;
                }
                from = at + (int) Math.max(1, parser.currentLocation().getCharOffset());
            }
        }
        return rows;
    }

    private static Map<String, String> row(JsonNode object) {
        Map<String, String> row = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> {
                    String column = field.getKey().strip();
                    row.put(column, text(column, field.getValue()));
                });
        return row;
    }

    private static String text(String column, JsonNode value) {
        boolean isLabel = column.equals(Column.LABEL) || column.equals(Column.GRADE);
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
