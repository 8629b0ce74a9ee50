package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.voting.Recalibration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalibrateCommandTests {

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
    void makesAConfidenceMeanWhatItSays() throws IOException {
        labels(0.95, 20);

        ToolRun run = calibrate();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "from 120 labels",
                        "mean squared error on held-out students goes from",
                        "kept in");
        JsonNode file = MAPPER.readTree(Files.readString(experiment.resolve("calibration.json")));
        assertThat(file.at("/model").stringValue()).isEqualTo("decisions.gpt-6-luna");
        assertThat(file.at("/calibration").stringValue()).startsWith("temperature=");
        assertThat(Lesson.read(experiment).spec().calibration().text())
                .isEqualTo(file.at("/calibration").stringValue());
    }

    @Test
    void goesAlongWithARelease() throws IOException {
        labels(0.95, 20);
        calibrate();
        Files.writeString(
                experiment.resolve("confidence.json"),
                "{\"Sprites\": \"LOW\", \"Shapes\": \"LOW\"}");

        ToolRun promoted = ToolRun.in(root, "promote", "e", "r", "--force", "a test");

        assertThat(promoted.status()).as(promoted.err()).isZero();
        assertThat(root.resolve("releases/r").resolve(LESSON).resolve("calibration.json"))
                .hasSameTextualContentAs(experiment.resolve("calibration.json"));
    }

    @Test
    void removesAnEarlierOneWhereTheConfidenceIsBestLeftAsItIs() throws IOException {
        Files.writeString(experiment.resolve("calibration.json"), "{}");
        labels(0.95, 3);

        ToolRun run = calibrate();

        assertThat(run.out()).contains("no calibration of 120 labels is surely better");
        assertThat(experiment.resolve("calibration.json")).doesNotExist();
    }

    @Test
    void isNotOfAnotherModel() throws IOException {
        labels(0.95, 20);
        calibrate();
        Files.writeString(
                experiment.resolve("params.json"),
                "{\"model\": \"gpt-6-luna\", \"num-responses\": 1, \"temperature\": 0}");

        assertThat(Lesson.read(experiment).spec().calibration()).isEqualTo(Recalibration.NONE);
    }

    @Test
    void needsProbabilities() throws IOException {
        labels(-1, 0);

        assertThat(calibrate().out()).contains("0 students' labels", "at least 10", "-n 3");
    }

    private ToolRun calibrate() {
        return ToolRun.in(root, "calibrate", "e", "--dataset-name", "d");
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
