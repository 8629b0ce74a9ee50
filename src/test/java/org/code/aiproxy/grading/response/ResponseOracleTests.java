package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the oracle's responses, all of them. Some that the oracle can't read have one meaning all
 * the same, and are read.
 */
class ResponseOracleTests {

    private static final String BOTH_EXTENSIVE =
            """
            [["Position and Movement","Extensive Evidence"],["Variables","Extensive Evidence"]]\
            """;
    private static final String ONE_LIMITED =
            """
            [["Position and Movement","Extensive Evidence"],["Variables","Limited Evidence"]]\
            """;

    /** Read here though not by the oracle, by the beginnings of their names. */
    private static final Map<String, List<String>> READ_HERE =
            Map.of(
                    BOTH_EXTENSIVE,
                    List.of("022", "027", "029", "034", "045", "046", "128", "166"),
                    ONE_LIMITED,
                    List.of(
                            "041", "068", "069", "118", "119", "129", "144", "150", "152", "161",
                            "163", "182", "194", "196"));

    private static final Path ORACLE = Path.of("src/test/resources/oracle/responses");

    static Stream<JsonNode> responses() throws IOException {
        JsonMapper mapper = new JsonMapper();
        return Files.readAllLines(ORACLE.resolve("expected.jsonl")).stream().map(mapper::readTree);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void comesOutAsExpected(JsonNode expected) throws IOException {
        assertThat(outcome(expected)).isEqualTo(expectedOutcome(expected));
    }

    private static String expectedOutcome(JsonNode expected) {
        String number = expected.get("file").stringValue().substring(0, 3);
        for (Map.Entry<String, List<String>> read : READ_HERE.entrySet()) {
            if (read.getValue().contains(number)) {
                return read.getKey();
            }
        }
        return expected.has("error")
                ? expected.get("error").stringValue()
                : expected.get("labels").toString();
    }

    private static String outcome(JsonNode response) throws IOException {
        Optional<Rubric> rubric = rubric(response);
        if (rubric.isEmpty()) {
            // 104's rubric has no key concepts: the request is refused before a model is asked.
            return "invalid-response";
        }
        Completion completion =
                new Completion(
                        Files.readString(ORACLE.resolve(response.get("file").stringValue())),
                        finishReason(response.get("finish_reason").stringValue()));
        return switch (new CompletionReader(rubric.get(), rubric.get().names(), "")
                .read(completion)) {
            case Reading.Usable usable -> labels(usable.rows());
            case Reading.Unusable unusable ->
                    unusable.cutOff() ? "request-too-large" : "invalid-response";
        };
    }

    private static Optional<Rubric> rubric(JsonNode response) throws IOException {
        String csv = Files.readString(ORACLE.resolve(response.get("rubric").stringValue()));
        try {
            return Optional.of(Rubric.parse(csv));
        } catch (InvalidRubricException e) {
            return Optional.empty();
        }
    }

    private static FinishReason finishReason(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "length", "max_tokens" -> FinishReason.LENGTH;
            default -> FinishReason.STOP;
        };
    }

    private static String labels(List<LabelledConcept> rows) {
        List<List<String>> labels =
                rows.stream().map(row -> List.of(row.keyConcept(), row.label().text())).toList();
        return new JsonMapper().valueToTree(labels).toString();
    }
}
