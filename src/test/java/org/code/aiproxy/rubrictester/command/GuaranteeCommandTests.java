package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GuaranteeCommandTests extends DecidedExperiment {

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
}
