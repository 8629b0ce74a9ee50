package org.code.aiproxy.web.access;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One key of a file, as JSON. */
final class KeyJson {

    private static final String NAME = "name";
    private static final String SHA_256 = "sha256";
    private static final String BUDGET = "dailyBudgetUsd";
    private static final String IN_FLIGHT = "maxInFlight";
    private static final String MODELS = "models";

    private static final List<String> FIELDS = List.of(NAME, SHA_256, BUDGET, IN_FLIGHT, MODELS);

    /** What logs, metrics and messages can carry as it is. */
    private static final Pattern GOOD_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    /** A model's name or the beginning of names. */
    private static final Pattern MODEL = Pattern.compile("[^\\s*,]+\\*?|\\*");

    private final JsonNode json;
    private final String which;

    private KeyJson(JsonNode json, String which) {
        this.json = json;
        this.which = which;
    }

    /**
     * Reads a key.
     *
     * @param number its place in the file, from 1
     * @throws InvalidKeyException when it can't be used
     */
    static ApiKey read(JsonNode json, int number) {
        KeyJson key = new KeyJson(json, "key " + number);
        String name = key.name();
        return new KeyJson(json, "key `%s`".formatted(name)).read(name);
    }

    private ApiKey read(String name) {
        for (String field : json.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw invalid("has an unknown field; a key has " + String.join(", ", FIELDS));
            }
        }
        return new ApiKey(name, hashes(), budget(), inFlight(), models());
    }

    private String name() {
        String name = json.path(NAME).isString() ? json.path(NAME).stringValue() : "";
        if (!GOOD_NAME.matcher(name).matches() || name.equals(KeyRing.PLAIN)) {
            throw invalid(
                    "needs a `%s` of up to 40 letters, digits, dots, dashes and underscores other than `%s`"
                            .formatted(NAME, KeyRing.PLAIN));
        }
        return name;
    }

    private Set<String> hashes() {
        List<JsonNode> values = elements(SHA_256);
        Set<String> hashes = new HashSet<>();
        for (JsonNode value : values) {
            String hash = value.isString() ? value.stringValue().toLowerCase(Locale.ROOT) : "";
            if (!HASH.matcher(hash).matches()) {
                throw invalid(
                        "needs a `%s` of 64 hexadecimal digits, or an array of them"
                                .formatted(SHA_256));
            }
            if (hash.equals(KeyHash.OF_NOTHING)) {
                throw invalid("has the `%s` of an empty string".formatted(SHA_256));
            }
            hashes.add(hash);
        }
        if (hashes.isEmpty()) {
            throw invalid("needs a `%s`".formatted(SHA_256));
        }
        return hashes;
    }

    private Optional<BigDecimal> budget() {
        return given(BUDGET)
                .map(value -> {
                    if (!value.isNumber() || value.decimalValue().signum() <= 0) {
                        throw invalid("needs a `%s` over 0, in USD".formatted(BUDGET));
                    }
                    return value.decimalValue();
                });
    }

    private Optional<Integer> inFlight() {
        return given(IN_FLIGHT)
                .map(value -> {
                    if (!value.isInt() || value.intValue() < 1) {
                        throw invalid("needs a `%s` of 1 or more".formatted(IN_FLIGHT));
                    }
                    return value.intValue();
                });
    }

    private List<String> models() {
        return given(MODELS)
                .map(_ -> {
                    List<JsonNode> values = elements(MODELS);
                    if (values.isEmpty()
                            || !values.stream()
                                    .allMatch(it ->
                                            it.isString()
                                                    && MODEL.matcher(it.stringValue()).matches())) {
                        throw invalid(
                                "needs `%s` with names, each of which may end with *; omit `%s` to allow all"
                                        .formatted(MODELS, MODELS));
                    }
                    return values.stream().map(JsonNode::stringValue).toList();
                })
                .orElse(List.of());
    }

    private Optional<JsonNode> given(String field) {
        return Optional.of(json.path(field)).filter(value -> !value.isMissingNode());
    }

    private List<JsonNode> elements(String field) {
        JsonNode value = json.path(field);
        return value.isArray()
                ? value.valueStream().toList()
                : Stream.of(value).filter(it -> !it.isMissingNode()).toList();
    }

    private InvalidKeyException invalid(String problem) {
        return new InvalidKeyException(which + " " + problem);
    }
}
