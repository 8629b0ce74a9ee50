package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuaranteeCommandTests {

    private static final String LESSON = "csd3-2023-L11";
    private static final int STUDENTS = 60;
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir private Path root;
    private Path dataset;
    private Path experiment;

    @BeforeEach
    void makeExperiment() throws IOException {
        dataset = Files.createDirectories(root.resolve("datasets/d").resolve(LESSON));
        experiment = Files.createDirectories(root.resolve("experiments/e").resolve(LESSON));
        Files.writeString(
                experiment.resolve("params.json"),
                "{\"model\": \"decisions.gpt-6-luna\", \"num-responses\": 1, \"temperature\": 0}");
        Files.writeString(experiment.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(
                experiment.resolve("standard_rubric.csv"),
                "Key Concept,Convincing Evidence,No Evidence\nSprites,some,none\nShapes,some,none\n");
        Files.createDirectories(experiment.resolve("cached_responses"));
    }

    @Test
    void saysFromWhatConfidenceOnLabelsNeedNoPerson() throws IOException {
        labels(0.95, 0);

        ToolRun run = guarantee();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "decisions.gpt-6-luna: 120 labels of 60 students have a confidence.",
                        "labels with a confidence of",
                        "At most 10 % of them are wrong, with 90 % certainty.",
                        "at most 5 % wrong:",
                        "at most 20 % wrong:",
                        "kept in");
        JsonNode file = MAPPER.readTree(Files.readString(experiment.resolve("selective.json")));
        assertThat(file.get("max_error").doubleValue()).isEqualTo(0.1);
        assertThat(file.get("certainty").doubleValue()).isEqualTo(0.9);
        assertThat(file.at("/all/errors").intValue()).isZero();
        assertThat(file.at("/all/error_bound").doubleValue()).isLessThan(0.1);
        assertThat(file.at("/all/coverage").doubleValue()).isEqualTo(1);
    }

    @Test
    void saysWhatItWouldTakeWhereNothingIsCertified() throws IOException {
        Files.writeString(experiment.resolve("selective.json"), "{}");
        labels(0.95, 30);

        ToolRun run = guarantee();

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("a person should check all of them", "22 students", "or 38 with one");
        assertThat(experiment.resolve("selective.json")).doesNotExist();
    }

    @Test
    void looksForAThresholdOfEachKeyConcept() throws IOException {
        labels(0.95, 1);

        ToolRun run = guarantee("--by-concept", "--max-error", "0.2");

        assertThat(run.out()).contains("  Sprites: labels", "  Shapes: labels");
        JsonNode file = MAPPER.readTree(Files.readString(experiment.resolve("selective.json")));
        assertThat(file.at("/key_concepts/Shapes/tested").intValue()).isEqualTo(STUDENTS);
    }

    @Test
    void needsProbabilities() throws IOException {
        labels(-1, 0);

        assertThat(guarantee().out()).contains("0 labels of 0 students", "-n 3");
    }

    @Test
    void refusesSharesThatAreNone() throws IOException {
        labels(0.95, 0);

        ToolRun run = guarantee("--max-error", "10");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("must be between 0 and 1, such as 0.1 and 0.9");
    }

    private ToolRun guarantee(String... more) {
        List<String> arguments = new ArrayList<>(List.of("guarantee", "e", "--dataset-name", "d"));
        arguments.addAll(List.of(more));
        return ToolRun.in(root, arguments.toArray(String[]::new));
    }

    /** As an earlier run left them. */
    private void labels(double confidence, int wrong) throws IOException {
        StringBuilder people = new StringBuilder("student,Sprites,Shapes\n");
        for (int i = 0; i < STUDENTS; i++) {
            String student = "student_%02d".formatted(i);
            String label = i < wrong ? "No Evidence" : "Convincing Evidence";
            people.append("%s,%s,%s\n".formatted(student, label, label));
            Files.writeString(dataset.resolve(student + ".js"), "var a;");
            Files.writeString(
                    experiment.resolve("cached_responses").resolve(student + ".json"),
                    MAPPER.writeValueAsString(response(confidence)));
        }
        Files.writeString(dataset.resolve("actual_labels.csv"), people);
    }

    private static Map<String, Object> response(double confidence) {
        Map<String, Object> probabilities =
                Map.of("Convincing Evidence", confidence, "No Evidence", 1 - confidence);
        return Map.of(
                "metadata",
                Map.of(
                        "agent",
                        "openai",
                        "probabilities",
                        Map.of("Sprites", probabilities, "Shapes", probabilities)),
                "data",
                List.of(row("Sprites"), row("Shapes")));
    }

    private static Map<String, Object> row(String concept) {
        return Map.of("Key Concept", concept, "Label", "Convincing Evidence");
    }
}
