package org.code.aiproxy.grading.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request by name, whatever way they came in. A field can be repeated; where one
 * value is wanted, the last counts. A blank value is as good as none, but for the program's.
 *
 * @param values the values of each field, as text
 */
public record RequestFields(Map<String, List<String>> values) {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?");

    private static final int MOST_FIELDS = 100;
    private static final int MOST_VALUES = 200;
    private static final int MOST_CHARACTERS = 1_000_000;

    public RequestFields {
        // First of all: where all names have one hash, a copy takes the square of their number.
        if (values.size() > MOST_FIELDS) {
            throw tooMany();
        }
        values = Map.copyOf(values);
        values.forEach(RequestFields::requireLimits);
    }

    private static InvalidFieldException tooMany() {
        return new InvalidFieldException(
                "body", "must have at most %d fields.".formatted(MOST_FIELDS));
    }

    private static void requireLimits(String name, List<String> texts) {
        if (texts.size() > MOST_VALUES) {
            throw new InvalidFieldException(
                    name, "must be there at most %d times.".formatted(MOST_VALUES));
        }
        if (texts.stream().anyMatch(text -> text.length() > MOST_CHARACTERS)) {
            throw new OverlongFieldException(name, MOST_CHARACTERS);
        }
    }

    /**
     * The fields of a JSON object. An array of plain values is a repeated field, any other
     * structure is its JSON text, and null is no field.
     */
    public static RequestFields of(JsonNode object) {
        if (object.size() > MOST_FIELDS) {
            throw tooMany();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> {
                    List<String> texts = texts(field.getValue());
                    if (!texts.isEmpty()) {
                        values.put(field.getKey(), texts);
                    }
                });
        return new RequestFields(values);
    }

    private static List<String> texts(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            return value.valueStream()
                    .filter(element -> !element.isNull())
                    .map(JsonNode::asString)
                    .toList();
        }
        return List.of(value.isContainer() ? value.toString() : value.asString());
    }

    /** These fields, with another's in place of or beside them. */
    public RequestFields with(RequestFields others) {
        Map<String, List<String>> merged = new LinkedHashMap<>(values);
        merged.putAll(others.values);
        return new RequestFields(merged);
    }

    /** These fields, with one more. */
    public RequestFields with(String name, String value) {
        return with(new RequestFields(Map.of(name, List.of(value))));
    }

    /** Of these fields the named ones only. */
    public RequestFields only(List<String> names) {
        Map<String, List<String>> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(names);
        return new RequestFields(some);
    }

    /** The values of all of them that are to be read as a list, blank ones left out. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The field as it stands, blank or not. */
    public Optional<String> raw(String name) {
        List<String> all = new ArrayList<>(values.getOrDefault(name, List.of()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public Optional<String> text(String name) {
        return raw(name).filter(value -> !value.isBlank());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new InvalidFieldException(name, "is required."));
    }

    public int integer(String name, int defaultValue, int least, int most) {
        Optional<String> text = text(name).map(String::strip);
        if (text.isEmpty()) {
            return defaultValue;
        }
        boolean inRange =
                INTEGER.matcher(text.get()).matches()
                        && Integer.parseInt(text.get()) >= least
                        && Integer.parseInt(text.get()) <= most;
        if (!inRange) {
            throw new InvalidFieldException(
                    name, "must be a whole number from %d to %d.".formatted(least, most));
        }
        return Integer.parseInt(text.get());
    }

    public double number(String name, double defaultValue, int least, int most) {
        Optional<String> text = text(name).map(String::strip);
        if (text.isEmpty()) {
            return defaultValue;
        }
        boolean inRange =
                NUMBER.matcher(text.get()).matches()
                        && new BigDecimal(text.get()).compareTo(BigDecimal.valueOf(least)) >= 0
                        && new BigDecimal(text.get()).compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!inRange) {
            throw new InvalidFieldException(
                    name, "must be a number from %d to %d.".formatted(least, most));
        }
        return Double.parseDouble(text.get());
    }

    public boolean flag(String name) {
        return switch (text(name).map(String::strip).orElse("0")) {
            case "1", "true", "True" -> true;
            case "0", "false", "False" -> false;
            default -> throw new InvalidFieldException(name, "must be 1 or 0, or true or false.");
        };
    }

    /** Leaves values out: a program and a key are among them. */
    @Override
    public String toString() {
        return "RequestFields" + values.keySet();
    }
}
