package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a made-up set of the same form. */
class ImportMenagerieCommandTests {

    private static final String HEADER = "assignment,grader,skill,grade\n";
    private static final List<String> SKILLS =
            List.of("Correctness", "Readability", "Code Elegance", "Documentation");
    private static final String LESSON = "predator-prey";

    @TempDir private Path root;
    @TempDir private Path set;
    private Path dataset;

    @BeforeEach
    void makeSet() throws IOException {
        dataset = root.resolve("datasets/menagerie").resolve(LESSON);
        StringBuilder grades = new StringBuilder(HEADER);
        grade(grades, "1", Map.of("15", "A++", "16", "B-", "3", "D+", "4", "C"));
        grade(grades, "2", Map.of("15", "F", "16", "A-", "3", "F", "4", "A"));
        grade(grades, "7", Map.of("15", "B", "16", "NAN", "3", ""));
        grade(grades, "8", Map.of("16", "NaN"));
        grade(grades, "9", Map.of("15", "B"));
        grades.append("1,15,Correctness,F\n");
        Files.writeString(set.resolve("grades.csv"), grades);
        programs("1/Rabbit.java", "1/Fox.java", "2/Main.java", "7/A.java", "8/A.java", "1/x.txt");
    }

    @Test
    void makesADatasetWithSeveralGraders() throws IOException {
        ToolRun run = run();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "No program of assignment 9.",
                        "Program 8 lacks a grade, left out.",
                        "3 programs, 4 graders, 4 key concepts: " + dataset);
        assertThat(dataset.resolve("actual_labels.csv"))
                .hasContent(
                        """
                        student,Correctness,Code Elegance,Readability,Documentation
                        1,Limited Evidence,Limited Evidence,Limited Evidence,Limited Evidence
                        2,No Evidence,No Evidence,No Evidence,No Evidence
                        7,Convincing Evidence,Convincing Evidence,Convincing Evidence,Convincing Evidence
                        """);
        assertThat(dataset.resolve("actual_labels.16.csv"))
                .hasContent(
                        """
                        student,Correctness,Code Elegance,Readability,Documentation
                        1,Convincing Evidence,Convincing Evidence,Convincing Evidence,Convincing Evidence
                        2,Extensive Evidence,Extensive Evidence,Extensive Evidence,Extensive Evidence
                        """);
        assertThat(Files.readString(dataset.resolve("actual_labels.15.csv")))
                .as("of two gradings the first counts")
                .contains("1,Extensive Evidence,Extensive Evidence");
        assertThat(dataset.resolve("1.java"))
                .hasContent(
                        """
                        // ---- Fox.java ----
                        class Fox {}

                        // ---- Rabbit.java ----
                        class Rabbit {}

                        """);
        assertThat(dataset.resolve("standard_rubric.csv")).exists();
        assertThat(dataset.resolve("8.java")).doesNotExist();
    }

    @Test
    void showsHowWellPeopleAgreeBesideTheAi() throws IOException {
        run();
        Path experiment = root.resolve("experiments/menagerie").resolve(LESSON);
        Files.writeString(
                experiment.resolve("params.json"),
                "{\"model\": \"offline.baseline\", \"num-responses\": 1, \"temperature\": 0}");

        ToolRun tested =
                ToolRun.in(root, "--dataset-name", "menagerie", "--experiment-name", "menagerie");

        assertThat(tested.status()).as(tested.out() + tested.err()).isZero();
        assertThat(tested.out() + tested.err())
                .contains(
                        "People agree with each other at a weighted kappa of ",
                        "2 programs are too few to say whether the AI is within the human ceiling");
        JsonNode metrics =
                new JsonMapper()
                        .readTree(Files.readString(experiment.resolve("output/metrics.json")));
        assertThat(metrics.at("/human_ceiling/overall/students").intValue()).isEqualTo(2);
        assertThat(metrics.at("/human_ceiling/overall/labels").intValue()).isEqualTo(8);
        assertThat(metrics.at("/human_ceiling/overall/ai_is").stringValue()).isEqualTo("unclear");
        JsonNode alpha = metrics.at("/human_ceiling/key_concepts/Readability/krippendorff_alpha");
        assertThat(alpha.get("value").doubleValue()).isNegative();
        assertThat(experiment.resolve("output/report-exact-match.html"))
                .content()
                .contains("The human ceiling", "Krippendorff", "People agree with each other at");
    }

    @Test
    void writesAnExperimentThatCanBeRun() {
        run();

        ToolRun estimate =
                ToolRun.in(
                        root,
                        "--dataset-name",
                        "menagerie",
                        "--experiment-name",
                        "menagerie",
                        "--dry-run");

        assertThat(estimate.status()).as(estimate.err()).isZero();
        assertThat(estimate.out() + estimate.err()).contains("3 calls");
    }

    @Test
    void keepsAnEarlierDatasetAndTheExperiment() throws IOException {
        run();
        Files.writeString(dataset.resolve("mine.txt"), "mine");
        Path parameters =
                root.resolve("experiments/menagerie").resolve(LESSON).resolve("params.json");
        Files.writeString(parameters, "{}");

        ToolRun again = run();

        assertThat(again.out()).contains("The earlier dataset is kept in");
        assertThat(dataset.resolve("mine.txt")).doesNotExist();
        assertThat(parameters).hasContent("{}");
    }

    @Test
    void namesThePlaceOfWhatCannotBeRead() throws IOException {
        Files.writeString(set.resolve("grades.csv"), HEADER + "1,15,Correctness,E\n");
        assertRefused("row 2, column D (`grade`): must be a grade from A++ to F, not `E`.");

        Files.writeString(set.resolve("grades.csv"), HEADER + "1,../15,Correctness,A\n");
        assertRefused("row 2, column B (`grader`): must be letters and digits");

        Files.writeString(set.resolve("grades.csv"), "assignment,skill,grade\n1,Correctness,A\n");
        assertRefused("there is no `grader`.");

        Files.writeString(set.resolve("grades.csv"), HEADER + "1,15,Correctness,A\n");
        assertRefused("No program was graded on all of Correctness");

        Files.writeString(set.resolve("programs.zip"), "no archive");
        assertRefused("programs.zip is missing, or can't be read");

        Files.delete(set.resolve("grades.csv"));
        assertRefused("grades.csv is missing, or can't be read");
        assertThat(dataset).doesNotExist();
    }

    private void assertRefused(String sentence) {
        ToolRun run = run();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }

    private ToolRun run() {
        return ToolRun.in(root, "import-menagerie", set.toString());
    }

    private static void grade(StringBuilder grades, String program, Map<String, String> byGrader) {
        for (String skill : SKILLS) {
            byGrader.forEach((grader, grade) ->
                    grades.append("%s,%s,%s,%s\n".formatted(program, grader, skill, grade)));
        }
    }

    private void programs(String... files) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(set.resolve("programs.zip")))) {
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                String name = file.replaceAll(".*/|\\..*", "");
                zip.write("class %s {}\r\n".formatted(name).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
