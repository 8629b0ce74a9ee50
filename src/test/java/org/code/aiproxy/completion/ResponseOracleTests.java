package org.code.aiproxy.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.rubric.InvalidRubricException;
import org.code.aiproxy.rubric.Rubric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the readers to the oracle's responses, all of them. */
class ResponseOracleTests {

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
        ResponseFormat format =
                ResponseFormat.of(response.get("response_type").stringValue()).orElseThrow();
        Completion completion =
                new Completion(
                        Files.readString(ORACLE.resolve(response.get("file").stringValue())),
                        finishReason(response.get("finish_reason").stringValue()));
        return switch (new CompletionReader(format, rubric.get(), rubric.get().names())
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
