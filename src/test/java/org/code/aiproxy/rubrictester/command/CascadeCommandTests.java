package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CascadeCommandTests {

    private static final String LESSON = "csd3-2023-L11";
    private static final int STUDENTS = 40;
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir private Path root;

    @BeforeEach
    void makeExperiments() throws IOException {
        Path dataset = Files.createDirectories(root.resolve("datasets/d").resolve(LESSON));
        StringBuilder people = new StringBuilder("student,Sprites,Shapes\n");
        for (int i = 0; i < STUDENTS; i++) {
            Files.writeString(dataset.resolve("s%02d.js".formatted(i)), "var a;");
            people.append("s%02d,Convincing Evidence,No Evidence\n".formatted(i));
        }
        Files.writeString(dataset.resolve("actual_labels.csv"), people);
        makeExperiment("sure", "decisions.gpt-6-luna");
        makeExperiment("strong", "gpt-6-sol");
        for (int i = 0; i < STUDENTS; i++) {
            // Every fourth program is one that the first model neither knows nor is sure of.
            boolean knows = i % 4 > 0;
            label("sure", i, knows ? 0.95 : 0.5, knows);
            label("strong", i, 0.9, i % 20 > 0);
        }
    }

    @Test
    void choosesWhoIsAskedAfterWhom() throws IOException {
        ToolRun run = ToolRun.in(root, "cascade", "sure", "strong", "--dataset-name", "d");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "40 programs that all 2 experiments labelled.",
                        "Chosen: sure (≥ ",
                        "→ strong",
                        "cheaper than strong alone.",
                        "On held-out programs",
                        "\"cascade\": \"decisions.gpt-6-luna,gpt-6-sol\", \"cascade-thresholds\": \"0.",
                        "USD per 100 programs",
                        "█");
        Path experiment = root.resolve("experiments/strong").resolve(LESSON);
        JsonNode file = MAPPER.readTree(Files.readString(experiment.resolve("cascade.json")));
        assertThat(file.at("/steps/0/model").stringValue()).isEqualTo("decisions.gpt-6-luna");
        assertThat(file.at("/steps/0/threshold").doubleValue()).isBetween(0.51, 0.95);
        assertThat(file.at("/steps/1/model").stringValue()).isEqualTo("gpt-6-sol");
        assertThat(file.at("/steps/1/threshold").doubleValue()).isZero();
        assertThat(file.at("/accuracy").doubleValue())
                .isGreaterThanOrEqualTo(file.at("/best_alone/accuracy").doubleValue() - 0.02);
        assertThat(file.at("/usd_per_program").doubleValue())
                .isLessThan(file.at("/best_alone/usd_per_program").doubleValue());
        assertThat(experiment.resolve("output/cascade.html"))
                .content()
                .contains("<polyline", "One model alone", "sure (≥ ");
    }

    @Test
    void needsLabelledProgramsOfAllExperiments() {
        ToolRun run = ToolRun.in(root, "cascade", "sure", "none", "--dataset-name", "d");
        assertThat(run.status()).isEqualTo(2);

        ToolRun one = ToolRun.in(root, "cascade", "sure", "--dataset-name", "d");
        assertThat(one.status()).isEqualTo(2);
    }

    @Test
    void saysWhereTooFewProgramsWereLabelled() throws IOException {
        makeExperiment("empty", "gpt-6-sol");

        ToolRun run = ToolRun.in(root, "cascade", "sure", "empty", "--dataset-name", "d");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("0 programs were labelled by all of these experiments", "at least 10");
    }

    private void makeExperiment(String name, String model) throws IOException {
        Path folder = root.resolve("experiments").resolve(name).resolve(LESSON);
        Files.createDirectories(folder.resolve("cached_responses"));
        Files.writeString(
                folder.resolve("params.json"),
                "{\"model\": \"%s\", \"num-responses\": 1, \"temperature\": 0}".formatted(model));
        Files.writeString(folder.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(
                folder.resolve("standard_rubric.csv"),
                "Key Concept,Convincing Evidence,No Evidence\nSprites,some,none\nShapes,some,none\n");
    }

    /** As an earlier run left it. */
    private void label(String experiment, int student, double confidence, boolean isRight)
            throws IOException {
        String right = "Convincing Evidence";
        String wrong = "No Evidence";
        Map<String, Object> probabilities =
                Map.of(
                        "Sprites", Map.of(isRight ? right : wrong, confidence),
                        "Shapes", Map.of(isRight ? wrong : right, confidence));
        Map<String, Object> metadata =
                Map.of(
                        "agent",
                        "openai",
                        "usage",
                        Map.of(
                                "prompt_tokens",
                                4000,
                                "completion_tokens",
                                1000,
                                "total_tokens",
                                5000),
                        "votes",
                        Map.of(
                                "Sprites",
                                Map.of("votes", List.of(isRight ? right : wrong), "agreement", 1),
                                "Shapes",
                                Map.of("votes", List.of(isRight ? wrong : right), "agreement", 1)),
                        "probabilities",
                        probabilities);
        Files.writeString(
                root.resolve("experiments")
                        .resolve(experiment)
                        .resolve(LESSON)
                        .resolve("cached_responses/s%02d.json".formatted(student)),
                MAPPER.writeValueAsString(
                        Map.of(
                                "metadata",
                                metadata,
                                "data",
                                List.of(
                                        row("Sprites", isRight ? right : wrong),
                                        row("Shapes", isRight ? wrong : right)))));
    }

    private static Map<String, Object> row(String concept, String label) {
        return Map.of("Key Concept", concept, "Label", label);
    }
}
