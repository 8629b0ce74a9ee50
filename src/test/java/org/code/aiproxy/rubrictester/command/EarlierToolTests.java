package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What users of the Python aiproxy bring along. */
class EarlierToolTests {

    private static final String RESPONSE =
            """
            {"metadata": {"agent": "openai", "usage": {"prompt_tokens": 700, "completion_tokens": 90,
              "total_tokens": 790}, "request": {"model": "gpt-4-0613", "temperature": 0.2}},
             "data": [
              {"Key Concept": "Sprites", "Observations": "o", "Evidence": "Line 1: `a`",
               "Reason": "r", "Label": "%s"},
              {"Key Concept": "Draw Loop", "Observations": "o", "Evidence": "", "Reason": "r",
               "Grade": "%s"}]}
            """;

    @TempDir private Path root;

    @Test
    void getTheSameFiguresFromTheirCachedResponses() throws IOException {
        FileSystemUtils.copyRecursively(
                Path.of("src/test/resources/reports/27-trailing-empty/rows"), root);
        Path experiment = root.resolve("experiments/e/L1");
        Files.writeString(
                experiment.resolve("params.json"),
                "{\"model\": \"gpt-4-0613\", \"num-responses\": 3, \"temperature\": 0.2, \"num-passing-grades\": 2}");
        Files.writeString(
                root.resolve("experiments/e/accuracy_thresholds.json"),
                "{\"L1\": {\"overall\": 0.7, \"key_concepts\": {\"Sprites\": 1, \"Draw Loop\": 0.75}}}");
        // People say Convincing and Limited of a, twice No of b.
        Path cached = Files.createDirectories(experiment.resolve("cached_responses"));
        Files.writeString(
                cached.resolve("a.json"),
                RESPONSE.formatted("Convincing Evidence", "Limited Evidence"));
        Files.writeString(
                cached.resolve("b.json"), RESPONSE.formatted("No Evidence", "Limited Evidence"));

        ToolRun run = ToolRun.in(root, "-e", "e", "--dataset-name", "d", "-c", "-v", "-a");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("a response was cached.", "b response was cached.")
                .contains("Thresholds for L1: exact match.")
                .contains("Met L1, exact match: 3 of 4 in overall")
                .contains("MISSED L1, exact match: 1 of 2 in Draw Loop");
        assertThat(run.status()).isEqualTo(1);
        JsonNode metrics = new JsonMapper().readTree(experiment.resolve("output/metrics.json"));
        assertThat(metrics.at("/exact_match/overall/accuracy/value").doubleValue()).isEqualTo(0.75);
        assertThat(metrics.at("/pass_fail/overall/accuracy/value").doubleValue()).isEqualTo(1.0);
    }
}
