package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.grading.assessment.InvalidFieldException;
import org.code.aiproxy.grading.assessment.RequestFields;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests in JSON with random changes, with types and without. */
@Tag("fuzz")
@Timeout(120)
class RequestFieldsFuzzTests {

    private static final int REQUESTS = Mutation.times(200_000);
    private static final int LONG = 1_000_000;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> NUMBERS = List.of("num_responses", "temperature", "lesson");

    private static final String REQUEST =
            """
            {"code": "var a = 1;", "prompt": "p", "rubric": "Key Concept\\nA", "model": "offline.a",
             "examples": [["a", "b"], ["c", "d"]], "num_responses": 3, "adaptive_votes": true,
             "temperature": 0.2, "response_type": "json", "remove_comments": false,
             "code_feature_extractor": ["A", "B"], "lesson": "csd3-2023-L14", "api_key": null}
            """;

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        "{}",
        "[]",
        ":",
        ",",
        "\"",
        "\\",
        "null",
        "true",
        "1",
        "-0",
        "1e999",
        "-1E-999",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        "\"\"",
        "\"1\"",
        "\"+1e3\"",
        "\"1e9999\"",
        "\" \"",
        "[null]",
        "[1,[2]]",
        "\"num_responses\": ",
        "\"temperature\": ",
        "\"lesson\": ",
        "\\u0000",
        "\\ud83d",
        "😀",
        "_",
        "-",
        " "
    };

    @Test
    void knowsFaultsOfFieldsOnly() {
        Mutation mutation = new Mutation(List.of(REQUEST), FRAGMENTS);
        for (int i = 0; i < REQUESTS; i++) {
            String text = mutation.next();

            tree(text)
                    .ifPresent(object -> {
                        String description = "%s: %s".formatted(mutation, text);
                        assertReadable(() -> TypedFields.read(object), description);
                        if (object.isObject()) {
                            assertReadable(() -> RequestFields.of(object), description);
                        }
                    });
        }
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() {
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());
            for (String field : NUMBERS) {
                RequestFields fields =
                        RequestFields.of(MAPPER.createObjectNode().put(field, flood));

                assertReadable(() -> fields, fragment);
            }
        }
    }

    private static void assertReadable(Supplier<RequestFields> read, String description) {
        try {
            RequestFields fields = read.get();

            assertThat(fields.toString()).as(description).startsWith("RequestFields[");
            fields.values().keySet().forEach(name -> assertUsable(fields, name, description));
        } catch (InvalidFieldException e) {
            assertThat(e.field()).as(description).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static void assertUsable(RequestFields fields, String name, String description) {
        assertThat(fields.all(name)).as(description).noneMatch(String::isBlank);
        fields.raw(name);
        fields.text(name);
        try {
            assertThat(fields.integer(name, 1, 1, 10)).as(description).isBetween(1, 10);
        } catch (InvalidFieldException e) {
            assertThat(e.field()).isEqualTo(name);
        }
        try {
            double number = fields.number(name, 1, 0, 2);
            assertThat(number >= 0 && number <= 2).as(description).isTrue();
        } catch (InvalidFieldException e) {
            assertThat(e.field()).isEqualTo(name);
        }
        try {
            fields.flag(name);
        } catch (InvalidFieldException e) {
            assertThat(e.field()).isEqualTo(name);
        }
    }

    private static Optional<JsonNode> tree(String json) {
        try {
            return Optional.of(MAPPER.readTree(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
