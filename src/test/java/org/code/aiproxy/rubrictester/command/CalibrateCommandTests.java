package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.voting.Recalibration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CalibrateCommandTests extends DecidedExperiment {

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
}
