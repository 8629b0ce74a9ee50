package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the oracle's responses with random changes, and texts made to take long. */
@Tag("fuzz")
@Timeout(300)
class CompletionReaderFuzzTests {

    private static final int RESPONSES = Mutation.times(20_000);
    private static final int LONG = 1_000_000;
    private static final Path ORACLE = Path.of("src/test/resources/oracle/responses");

    private static final String[] FRAGMENTS = {
        "\t",
        "\n",
        "\r",
        "|",
        "|---|",
        "\n|---|---|---|---|---|\n",
        "\"",
        "\"\"",
        "'",
        "`",
        "```",
        "```json\n",
        "~~~",
        ",",
        ";",
        ":",
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "null",
        "true",
        "1e999",
        "\\",
        "\\u",
        "\\ud83d",
        "\0",
        "\u000b",
        "\u001b",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\ud83d",
        "😀",
        "“",
        "Key Concept",
        "Label",
        "Evidence",
        "Extensive Evidence",
        "no evidence.",
        "Decision: Limited",
        "**",
        "1. ",
        "<b>",
        "Lines 1, 2, 3:",
        "Line 99999999999:",
        "\"Label\":",
        "[[[",
        "[{\"a\":",
        "{'a': \"b\", ",
        "// x\n",
        "<think>",
        "</think>",
        "{\"Key Concept\": \"x\"}",
        "Key Concept\tLabel\n"
    };

    /** What was said about a rubric. */
    private record Sample(String text, String rubric) {}

    @Test
    void holdsWhateverIsSaidToTheRubric() throws IOException {
        List<Sample> samples = samples();
        Mutation mutation = new Mutation(samples.stream().map(Sample::text).toList(), FRAGMENTS);
        for (int i = 0; i < RESPONSES; i++) {
            Sample sample = mutation.any(samples);
            String text = mutation.next(sample.text());
            Rubric rubric = Rubric.parse(sample.rubric());
            CompletionReader reader = new CompletionReader(rubric, rubric.names(), "");

            assertHeldTo(rubric, reader, text, "%s: %s".formatted(mutation, text));
        }
    }

    private static void assertHeldTo(
            Rubric rubric, CompletionReader reader, String text, String description) {
        Completion completion = new Completion(text, FinishReason.STOP);
        try {
            Reading repaired = reader.read(completion);
            reader.coversKeyConcepts(text);

            assertThat(rubric.names()).as(description).containsAll(concepts(repaired));
            if (repaired instanceof Reading.Usable) {
                assertThat(concepts(repaired)).as(description).containsAll(rubric.names());
            }
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static List<String> concepts(Reading reading) {
        return reading.rows().stream().map(LabelledConcept::keyConcept).toList();
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() throws IOException {
        List<Sample> samples = samples();
        Rubric rubric = Rubric.parse(samples.getFirst().rubric());
        CompletionReader reader = new CompletionReader(rubric, rubric.names(), "");
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());
            String good = samples.getFirst().text();

            assertHeldTo(rubric, reader, flood, fragment);
            assertHeldTo(rubric, reader, good + flood, fragment);
            assertHeldTo(rubric, reader, flood + good, fragment);
            assertHeldTo(rubric, reader, "[{\"Key Concept\": \"" + flood, fragment);
        }
    }

    /** Those with a rubric that has a key concept; every rubric here is read by another test. */
    private static List<Sample> samples() throws IOException {
        JsonMapper mapper = new JsonMapper();
        try (Stream<String> lines = Files.lines(ORACLE.resolve("expected.jsonl"))) {
            return lines.map(mapper::readTree)
                    .map(response -> new Sample(text(response, "file"), text(response, "rubric")))
                    .filter(sample -> sample.rubric().strip().contains("\n"))
                    .toList();
        }
    }

    private static String text(JsonNode response, String field) {
        try {
            return Files.readString(ORACLE.resolve(response.get(field).stringValue()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
