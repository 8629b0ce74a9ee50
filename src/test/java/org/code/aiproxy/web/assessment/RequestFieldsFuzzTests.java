package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.ModelChoice;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.grading.spec.Submission;
import org.code.aiproxy.model.ModelException;
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
                        assertReadable(
                                () -> TypedAssessment.read(object).submission(), description);
                        if (object.isObject()) {
                            assertReadable(
                                    () -> DraftReader.read(RequestFields.of(object)), description);
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
                        RequestFields.of(
                                MAPPER.createObjectNode().put("code", "a").put(field, flood));

                assertReadable(() -> DraftReader.read(fields), fragment);
            }
        }
    }

    private static void assertReadable(Supplier<Submission> read, String description) {
        try {
            Submission submission = read.get();

            assertThat(submission.toString()).as(description).startsWith("Submission[");
            ModelChoice choice = submission.spec().choice();
            assertThat(choice.responses()).as(description).isBetween(1, 10);
            assertThat(choice.temperature()).as(description).isBetween(0.0, 2.0);
            assertThat(submission.spec().parameters()).as(description).containsKey("temperature");
        } catch (InvalidFieldException e) {
            assertThat(e.field()).as(description).isNotNull();
        } catch (ModelException.Unsupported e) {
            assertThat(e.field()).as(description).isEqualTo("model");
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
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
