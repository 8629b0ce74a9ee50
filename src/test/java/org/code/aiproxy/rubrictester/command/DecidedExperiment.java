package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** An experiment whose model decides, as an earlier run left it. */
abstract class DecidedExperiment {

    static final String LESSON = "csd3-2023-L11";
    static final int STUDENTS = 60;
    static final JsonMapper MAPPER = new JsonMapper();

    @TempDir Path root;
    private Path dataset;
    Path experiment;

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

    /**
     * What the model decided, and what people say.
     *
     * @param confidence how sure the model is of each label
     * @param wrong how many students' labels are wrong
     */
    void labels(double confidence, int wrong) throws IOException {
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
