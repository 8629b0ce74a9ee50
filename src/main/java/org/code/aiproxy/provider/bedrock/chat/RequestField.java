package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.code.aiproxy.model.ModelException;
import tools.jackson.databind.JsonNode;

/**
 * A value in a request, which knows the path that an error names it by.
 *
 * @param path such as {@code messages[2].content}; empty for the request itself
 * @param value missing where the request doesn't have it
 */
record RequestField(String path, JsonNode value) {

    RequestField member(String name) {
        return new RequestField(path.isEmpty() ? name : path + "." + name, value.path(name));
    }

    /** Whether it is there, and not null, which says the same as nothing. */
    boolean isGiven() {
        return !value.isMissingNode() && !value.isNull();
    }

    List<RequestField> items() {
        if (!value.isArray()) {
            throw refused("must be an array.");
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> new RequestField("%s[%d]".formatted(path, i), value.get(i)))
                .toList();
    }

    String text() {
        if (!value.isString()) {
            throw refused("must be a string.");
        }
        return value.stringValue();
    }

    boolean flag() {
        if (!value.isBoolean()) {
            throw refused("must be true or false.");
        }
        return value.booleanValue();
    }

    double number(double least, double most) {
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            throw refused(
                    "must be a number from %s to %s for a model on Bedrock."
                            .formatted(plain(least), plain(most)));
        }
        return value.doubleValue();
    }

    int wholeNumber(int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw refused("must be a whole number from %d to %d.".formatted(least, most));
        }
        return value.intValue();
    }

    /** Refuses everything but an object. */
    RequestField object() {
        if (!value.isObject()) {
            throw refused("must be an object.");
        }
        return this;
    }

    /** Refuses everything but an object with no other members than these. */
    RequestField objectOf(Set<String> names) {
        object();
        value.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .map(this::member)
                .filter(RequestField::isGiven)
                .findFirst()
                .ifPresent(field -> {
                    throw field.unknown();
                });
        return this;
    }

    ModelException.Unsupported unknown() {
        return refused("isn't supported for a model on Bedrock: leave it out.");
    }

    /**
     * @param problem follows the field's name in a sentence
     */
    ModelException.Unsupported refused(String problem) {
        return new ModelException.Unsupported(path, problem);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
