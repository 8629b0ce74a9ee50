package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.CommandApplication;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tool as its users call it, over the samples that ship. */
class RubricTesterCommandTests {

    private static final String LESSON = "csd3-2023-L18";
    private static final List<String> SAMPLE =
            List.of(
                    "--dataset-name",
                    "sample-2026",
                    "-e",
                    "offline-baseline",
                    "--lesson-names",
                    LESSON);

    private static final String SHEET =
            """
            Link\tSprites\tNotes
            https://example.org/projects/gamelab/abc_1/view\tNo Evidence\t
            """;

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir private Path root;

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void copySamples() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("samples/datasets"), root.resolve("datasets"));
        copyExperiment(LESSON);
    }

    /** Without what runs by hand left there. */
    private void copyExperiment(String lesson) throws IOException {
        Path sample = Path.of("samples/experiments/offline-baseline").resolve(lesson);
        Path target =
                Files.createDirectories(
                        root.resolve("experiments/offline-baseline").resolve(lesson));
        for (String file : List.of("params.json", "system_prompt.txt", "standard_rubric.csv")) {
            Files.copy(sample.resolve(file), target.resolve(file));
        }
    }

    @Test
    void labelsADatasetAndReports() {
        Outcome outcome = run(SAMPLE);

        assertThat(outcome.out()).doesNotContain("student_15").hasLineCount(3);
        assertThat(experiment().resolve("output/report-exact-match.html")).isNotEmptyFile();
        assertThat(experiment().resolve("output/report-pass-fail.html")).isNotEmptyFile();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .containsPattern(
                        LESSON
                                + ": The AI agrees with people on \\d+ % of labels \\(\\d+ to \\d+ %\\); always"
                                + " giving the most common label would reach \\d+ %.* Pass or fail: \\d+ %"
                                + " \\(\\d+ to \\d+ %\\). 22 of 22 programs labelled.");
        assertThat(experiment().resolve("output/labels.csv"))
                .content()
                .startsWith("student,key concept,people,ai,levels apart,votes,problem");
        assertThat(experiment().resolve("output/run.json")).content().contains("fingerprints");
        JsonNode metrics = json(experiment().resolve("output/metrics.json"));
        assertThat(metrics.at("/exact_match/overall/n").intValue()).isEqualTo(22 * 4);
        assertThat(metrics.at("/pass_fail/overall/accuracy/value").doubleValue())
                .isGreaterThan(metrics.at("/exact_match/overall/accuracy/value").doubleValue());
    }

    @Test
    void explainsItselfWhereItIsCalledWithNothingElse() {
        Outcome outcome = run(List.of());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("bin/rubric-tester --dataset-name sample-2026 -e offline-baseline\n");
    }

    @Test
    void keepsAllThatARunWritesWhereItIsTold() throws IOException {
        run(SAMPLE, "-s", "2");
        Path elsewhere = root.resolve("elsewhere");
        List<String> before = files(root.resolve("experiments"));

        Outcome outcome = run(SAMPLE, "-s", "3", "-c", "-g", "--output-dir", elsewhere.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(files(root.resolve("experiments"))).isEqualTo(before);
        assertThat(files(elsewhere.resolve(LESSON)))
                .contains("report-exact-match.html", "confidence.json")
                .contains("cached_responses/student_03.json")
                .as("what the experiment has already isn't asked for again")
                .doesNotContain("cached_responses/student_01.json");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + "")
                    .sorted()
                    .toList();
        }
    }

    @Test
    void printsALineForEachStudentWhereThatIsAskedFor() {
        assertThat(run(SAMPLE, "-v").out())
                .contains("student_15 request succeeded in 0 seconds. 0 tokens used.");
    }

    @Test
    void printsASummaryForProgramsAndNothingElse() {
        Outcome outcome = run(SAMPLE, "--json");
        JsonNode summary = MAPPER.readTree(outcome.out());
        assertThat(summary.get(0).get("lesson").stringValue()).isEqualTo(LESSON);
        assertThat(outcome.err()).contains("programs labelled");
    }

    @Test
    void onlyTellsWhatToExpectInADryRun() {
        Outcome outcome = run(SAMPLE, "--dry-run", "-n", "3");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Expected: ").contains("0.00 USD");
        assertThat(experiment().resolve("output")).doesNotExist();
    }

    @Test
    void saysThatTheCostOfAnUnknownModelIsUnknown() {
        Outcome outcome = run(SAMPLE, "--dry-run", "-l", "gpt-99");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .containsPattern("Expected: .*unknown cost")
                .doesNotContainPattern("Expected: .*USD");
        assertThat(run(SAMPLE, "--dry-run", "-l", "gpt-99", "--price", "1,0.1,5").out())
                .contains(" USD");
    }

    @Test
    void refusesALimitOnACostThatIsUnknown() {
        Outcome outcome = run(SAMPLE, "-l", "gpt-99", "--max-cost", "1");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("gpt-99", "--price IN,CACHED,OUT");
        assertThat(experiment().resolve("output")).doesNotExist();
    }

    @Test
    void refusesAPriceThatIsNone() {
        Outcome outcome = run(SAMPLE, "--price", "cheap");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("three prices in USD per million tokens");
    }

    @Test
    void warnsOfAModelThatEndsSoon() {
        assertThat(run(SAMPLE, "--dry-run", "-l", "gpt-4.1-mini").out())
                .contains("gpt-4.1-mini ends on 2027-01-14; its successor is gpt-6-luna.");
        assertThat(run(SAMPLE, "--dry-run", "-l", "gpt-4").out())
                .contains("gpt-4 ended on 2026-10-23; its successor is gpt-5.6-sol.");
        assertThat(run(SAMPLE, "--dry-run", "-l", "gpt-6-luna").out()).doesNotContain(" ends on ");
    }

    @Test
    void expectsNoCallsWhereAllIsCached() {
        run(SAMPLE, "-s", "2");
        assertThat(run(SAMPLE, "-s", "2", "-c", "--dry-run").out())
                .contains("Expected: 0 calls, 0 tokens of input");
    }

    @Test
    void takesZerosForWhatTheyAre() {
        run(SAMPLE, "-t", "0", "-s", "3");
        JsonNode record = json(experiment().resolve("output/run.json"));
        assertThat(record.at("/parameters/temperature").stringValue()).isEqualTo("0");
        assertThat(record.get("fingerprints").size()).isEqualTo(3);
    }

    @Test
    void labelsSomeStudentsOnly() {
        Outcome outcome = run(SAMPLE, "--student-ids", "student_03,student_10");
        assertThat(outcome.out()).contains("2 of 2 programs labelled");
        assertThat(run(SAMPLE, "--student-ids", "nobody").err())
                .isEqualTo("The dataset has no program of nobody.\n");
        assertThat(run(SAMPLE, "--student-ids", "student_030").err())
                .contains("The dataset has no program of student_030. Did you mean student_03");
    }

    @Test
    void keepsEarlierResponsesWhenItBeginsAnew() throws IOException {
        run(SAMPLE, "-s", "2");
        Outcome outcome = run(SAMPLE, "-s", "2", "-v");
        assertThat(outcome.out()).contains("Earlier responses are kept in ");
        try (Stream<Path> files = Files.list(experiment())) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .anyMatch(it -> it.startsWith(".cached_responses."));
        }
    }

    @Test
    void writesConfidenceInTheBackendsForm() {
        run(SAMPLE, "-g");
        JsonNode confidence = json(experiment().resolve("confidence.json"));
        assertThat(confidence.get("Position and Movement").stringValue()).isEqualTo("HIGH");
        JsonNode exact = json(experiment().resolve("confidence-exact.json"));
        assertThat(exact.get("Variables").propertyNames())
                .containsExactlyInAnyOrder(
                        "No Evidence",
                        "Limited Evidence",
                        "Convincing Evidence",
                        "Extensive Evidence");
        assertThat(exact.get("Variables").valueStream().map(JsonNode::stringValue))
                .isSubsetOf("HIGH", "LOW");
        assertThat(json(experiment().resolve("confidence-details.json")).at("/Variables/precision"))
                .isNotEmpty();
    }

    @Test
    void givesHighConfidenceOnlyWhereItIsSure() throws IOException {
        copyExperiment("csd3-2023-L11");
        assertThat(run(SAMPLE, "--lesson-names", "csd3-2023-L11", "-g").out())
                .contains(
                        "Confidence in Modularity - Sprite Properties is MEDIUM rather than HIGH, on"
                                + " too few students: of 22 labels 19 are right, which shows with 90"
                                + " % certainty no more than 72 %.");
        Path lesson = root.resolve("experiments/offline-baseline/csd3-2023-L11");
        assertThat(
                        json(lesson.resolve("confidence.json"))
                                .get("Modularity - Sprite Properties")
                                .stringValue())
                .isEqualTo("MEDIUM");
    }

    @Test
    void comparesWhatDecisionsAndVotesWouldCost() {
        assertThat(run(SAMPLE, "--dry-run").out())
                .containsPattern(
                        "The same by decisions.gpt-6-luna: 21 calls, [\\d,]+ tokens of input, 0 of"
                                + " output, 0\\.00\\d+ USD")
                .containsPattern(
                        "The same by gpt-6-luna with three votes: 63 calls, [\\d,]+ tokens of input,"
                                + " [\\d,]+ of output, 0\\.0\\d+ USD");
        assertThat(run(SAMPLE, "--dry-run", "-l", "decisions.gpt-6-luna", "-n", "1").out())
                .contains("by gpt-6-luna with three votes")
                .doesNotContain("by decisions.gpt-6-luna");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, Met", "99, 1, MISSED"})
    void holdsTheResultToThresholds(double overall, int status, String verdict) throws IOException {
        Files.writeString(
                root.resolve("experiments/offline-baseline/accuracy_thresholds.json"),
                """
                {"%s": {"overall": %s, "key_concepts": {"Position and Movement": 0.9}}}
                """
                        .formatted(LESSON, overall));
        Outcome outcome = run(SAMPLE, "-a");
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.out()).contains(verdict + " " + LESSON).contains("in overall");
        assertThat(experiment().resolve("output/junit.xml"))
                .content()
                .contains("tests=\"2\" failures=\"%d\"".formatted(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'L': {'overall': 0.83}} | exact match | MISSED",
                "{'L': {'overall': 80, 'key_concepts': {'Position and Movement': 0.9}}} | exact match | Met",
                "{'L': {'pass_fail': {'overall': 0.83}}} | pass/fail | Met",
                "{'L': {'pass_fail': {'overall': 0.83}, 'exact_match': {'overall': 0.5}}} | exact match and pass/fail | Met",
                "{'pass_fail': {'L': {'overall': 0.99}}} | pass/fail | MISSED",
            })
    void saysWhichAgreementTheThresholdsAreFor(String file, String measure, String verdict)
            throws IOException {
        Files.writeString(
                root.resolve("experiments/offline-baseline/accuracy_thresholds.json"),
                "\uFEFF" + file.replace('\'', '"').replace("\"L\"", "\"" + LESSON + "\""));

        Outcome outcome = run(SAMPLE, "-a");

        assertThat(outcome.out())
                .contains("Thresholds for %s: %s.".formatted(LESSON, measure))
                .contains(verdict + " " + LESSON);
        assertThat(outcome.status()).isEqualTo(verdict.equals("Met") ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'L': {'overal': 0.74}} | `overal` in csd3-2023-L18 is unknown",
                "{'L': {'overall': 101}} | must be a number from 0 to 1",
                "{'L': {'key_concepts': {'Naming': 0.5}}} | `Naming`, which is not a key concept of the rubric; it has ",
                "[] | is not a JSON object of lessons",
                "{'L': } | accuracy_thresholds.json, line 1, column ",
            })
    void saysWhatIsWrongWithThresholds(String file, String problem) throws IOException {
        Files.writeString(
                root.resolve("experiments/offline-baseline/accuracy_thresholds.json"),
                file.replace('\'', '"').replace("\"L\"", "\"" + LESSON + "\""));
        Outcome outcome = run(SAMPLE, "-a");
        assertThat(outcome.err()).contains(problem);
        assertThat(outcome.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "cached_responses"})
    void asksNobodyWhereResultsCannotBeWritten(String name) throws IOException {
        Files.writeString(experiment().resolve(name), "a file");
        Outcome outcome = run(SAMPLE, "-c");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(name + " can't be written: ", "is a file, not a folder");
        assertThat(outcome.out()).doesNotContain("programs labelled");
    }

    @Test
    void reportsAlsoWhereEveryProgramFailed() throws IOException {
        Path dataset = root.resolve("datasets/sample-2026").resolve(LESSON);
        try (Stream<Path> programs = Files.list(dataset)) {
            for (Path program : programs.filter(it -> it.toString().endsWith(".js")).toList()) {
                Files.write(program, new byte[] {(byte) 0xE9});
            }
        }
        Outcome outcome = run(SAMPLE, "-g");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out())
                .contains(
                        "None of the AI's labels can be compared with people's. 0 of 22 programs labelled.");
        assertThat(experiment().resolve("output/report-exact-match.html"))
                .content()
                .contains("0 of 22 students graded, 22 failed", "not UTF-8 (byte 0xE9)");
        assertThat(experiment().resolve("output/report-pass-fail.html")).isNotEmptyFile();
    }

    @Test
    void namesWhatThereIsInPlaceOfAnUnknownName() {
        assertThat(run(List.of("-e", "offline-baseline", "--dataset-name", "sample")).err())
                .startsWith("datasets/sample doesn't exist in ")
                .contains(", which has sample-2026. Did you mean sample-2026? ")
                .doesNotContain("software.amazon", "@");
        assertThat(run(List.of("-e", "baseline", "--dataset-name", "sample-2026")).err())
                .contains(
                        "experiments/baseline doesn't exist in ", ", which has offline-baseline. ");
        assertThat(run(SAMPLE, "--lesson-names", "csd3-2023-L1").err())
                .contains(
                        "Lesson csd3-2023-L1 doesn't exist in experiments/offline-baseline, which has csd3-2023-L18. ");
        assertThat(run(List.of("promote", "baseline", "r")).err())
                .contains(", which has offline-baseline.");
    }

    @Test
    void writesTheAisLabelsForADatasetThatHasNone() throws IOException {
        Files.delete(
                root.resolve("datasets/sample-2026").resolve(LESSON).resolve("actual_labels.csv"));
        assertThat(run(SAMPLE, "-a").err()).contains("The dataset has no actual_labels.csv.");
        assertThat(run(SAMPLE).out())
                .contains("People gave no labels", "22 of 22 programs labelled");
        assertThat(experiment().resolve("output/report-exact-match.html"))
                .content()
                .contains("People gave no labels", "student_15", "Position and Movement");

        Outcome outcome = run(SAMPLE, "--new-labels");

        assertThat(outcome.status()).isZero();
        try (Stream<Path> files = Files.list(experiment().resolve("output"))) {
            assertThat(files.filter(it -> it.toString().endsWith("-new-labels.csv")))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it)
                                    .content()
                                    .startsWith("student,Algorithms and Control - Conditionals,")
                                    .contains("student_01,"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\": \"x\", \"num-responses\": 1, \"temperature\": 0, \"colour\": 1} | has unknown keys: colour. Use only model, ",
                "{\"model\": \"x\", \"num-responses\": 1, \"temperature\": 0} | `model` is an unknown model",
                "[] | params.json must be a JSON object",
            })
    void saysWhatIsWrongWithParameters(String parameters, String problem) throws IOException {
        Files.writeString(experiment().resolve("params.json"), parameters);
        Outcome outcome = run(SAMPLE);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(problem).doesNotContain("\tat ");
    }

    @Test
    void usesDefaultsWhereParametersAreNotSet() throws IOException {
        Files.writeString(experiment().resolve("params.json"), "{\"model\": \"offline.baseline\"}");
        Outcome outcome = run(SAMPLE, "-s", "2");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("doesn't set num-responses, temperature, so the defaults");
    }

    @Test
    void leavesABlankLabelOutOfTheFiguresAndSaysSo() throws IOException {
        Path labels =
                root.resolve("datasets/sample-2026").resolve(LESSON).resolve("actual_labels.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(labels));
        lines.set(3, lines.get(3).replaceFirst(",[^,]*$", ","));
        Files.write(labels, lines);

        Outcome outcome = run(SAMPLE);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains(
                        "labels that are blank, and left out of the figures: 1 (student_03, Variables).");
        assertThat(
                        json(experiment().resolve("output/metrics.json"))
                                .at("/exact_match/overall/n")
                                .intValue())
                .isEqualTo(22 * 4 - 1);
    }

    @Test
    void readsColumnsByTheirFirstWordAndRefusesOthers() throws IOException {
        Path rubric = experiment().resolve("standard_rubric.csv");
        String before = Files.readString(rubric);
        run(SAMPLE);
        String figures = Files.readString(experiment().resolve("output/labels.csv"));
        Files.writeString(
                rubric,
                before.replaceAll("(Extensive|Convincing|Limited|No) Evidence(?=[,\n])", "$1"));
        run(SAMPLE);
        assertThat(experiment().resolve("output/labels.csv")).hasContent(figures);

        Files.writeString(rubric, before.replaceFirst("(?m)^(.*)$", "Key Concept,A,B,C,D"));
        assertThat(run(SAMPLE).err())
                .contains(
                        "standard_rubric.csv describes no label: name its columns Extensive Evidence, Convincing");
    }

    @Test
    void warnsOfExamplesAmongThePrograms() throws IOException {
        Path examples = Files.createDirectories(experiment().resolve("examples"));
        Path program =
                root.resolve("datasets/sample-2026").resolve(LESSON).resolve("student_03.js");
        Files.copy(program, examples.resolve("one.js"));
        Files.writeString(examples.resolve("one.tsv"), "Key Concept\tLabel\n");
        Files.writeString(examples.resolve("one.json"), "[]");

        assertThat(run(SAMPLE, "--dry-run").out())
                .contains(
                        "the examples contain 1 of the programs that the model is tested on (student_03)");
    }

    @Test
    void tellsAllThatIsMissingAtOnce() throws IOException {
        Files.delete(experiment().resolve("params.json"));
        Files.delete(experiment().resolve("standard_rubric.csv"));
        assertThat(run(SAMPLE).err()).contains("params.json, standard_rubric.csv are missing.");
    }

    @Test
    void makesAnExperimentToStartFrom() {
        run(SAMPLE, "-s", "1");
        Outcome made =
                run(
                        List.of(
                                "new",
                                "mine",
                                "--from",
                                "offline-baseline",
                                "--lesson",
                                LESSON + ",csd9"));
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(root.resolve("experiments/mine/csd9/params.json")).exists();
        assertThat(root.resolve("experiments/mine").resolve(LESSON).resolve("cached_responses"))
                .doesNotExist();
        assertThat(
                        run(List.of(
                                        "--dataset-name",
                                        "sample-2026",
                                        "-e",
                                        "mine",
                                        "--lesson-names",
                                        LESSON,
                                        "--dry-run"))
                                .status())
                .isZero();
        assertThat(run(List.of("new", "mine", "--from", "offline-baseline")).err())
                .contains(" already exists; choose another name");
    }

    @Test
    void saysHowLabelsDifferFromTheRubric() throws IOException {
        Path labels =
                root.resolve("datasets/sample-2026").resolve(LESSON).resolve("actual_labels.csv");
        Files.writeString(labels, Files.readString(labels).replace(",Variables\n", ",Naming\n"));
        assertThat(run(SAMPLE).err())
                .contains("Only in the rubric: Variables. Only in the labels: Naming.");
    }

    @Test
    void comparesTwoExperiments() throws IOException {
        FileSystemUtils.copyRecursively(
                experiment(), root.resolve("experiments/shorter").resolve(LESSON));
        Path prompt =
                root.resolve("experiments/shorter").resolve(LESSON).resolve("system_prompt.txt");
        Files.writeString(prompt, "Grade.\n");
        run(SAMPLE);
        run(
                List.of(
                        "--dataset-name",
                        "sample-2026",
                        "-e",
                        "shorter",
                        "--lesson-names",
                        LESSON,
                        "-r"));

        Outcome outcome =
                run(
                        List.of("compare", "offline-baseline", "shorter"),
                        "--dataset-name",
                        "sample-2026");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("shorter (22 of 22 programs labelled) against offline-baseline")
                .contains("exact match: accuracy changes by ")
                .contains("+Grade.");
        assertThat(
                        root.resolve("experiments/shorter")
                                .resolve(LESSON)
                                .resolve("output/comparison-with-offline-baseline.txt"))
                .content()
                .contains("exact match: accuracy changes by ");
    }

    @Test
    void keepsEachRunAsAVersionThatEditsDoNotChange() throws IOException {
        assertThat(run(SAMPLE).out()).contains("The run is kept as offline-baseline@1.");
        Path rubric = experiment().resolve("standard_rubric.csv");
        String first = Files.readString(rubric);
        Files.writeString(rubric, first.replaceAll("\\d", "7"));
        assertThat(run(SAMPLE, "-t", "0.7").out()).contains("offline-baseline@2.");

        Path version = experiment().resolve(".versions/1");
        assertThat(version.resolve("standard_rubric.csv")).hasContent(first);
        assertThat(version.resolve("output/report-exact-match.html")).isNotEmptyFile();
        assertThat(version.resolve("cached_responses/student_01.json")).isNotEmptyFile();
        assertThat(json(experiment().resolve(".versions/2/params.json")).path("temperature"))
                .hasToString("\"0.7\"");
        assertThat(run(List.of("versions", "offline-baseline")).out())
                .containsPattern(
                        "offline-baseline@1\n  %s  .*offline.baseline on sample-2026  22 labelled  \\d+ %% agreement"
                                .formatted(LESSON))
                .contains("offline-baseline@2");

        Outcome compared =
                run(
                        List.of("compare", "offline-baseline@1", "offline-baseline@2"),
                        "--dataset-name",
                        "sample-2026");
        assertThat(compared.status()).as(compared.err()).isZero();
        assertThat(compared.out())
                .contains(
                        "offline-baseline@2 (22 of 22 programs labelled) against offline-baseline@1")
                .contains("temperature: ");
        assertThat(
                        run(
                                        List.of(
                                                "compare",
                                                "offline-baseline@1",
                                                "offline-baseline@9"),
                                        "--dataset-name",
                                        "sample-2026")
                                .err())
                .contains("offline-baseline has no version 9 here; it has 1, 2.");
    }

    @Test
    void saysThatFewStudentsAreTooFewToTell() throws IOException {
        Path dataset = root.resolve("datasets/sample-2026").resolve(LESSON);
        for (int i = 7; i <= 22; i++) {
            Files.delete(dataset.resolve("student_%02d.js".formatted(i)));
        }
        FileSystemUtils.copyRecursively(
                experiment(), root.resolve("experiments/other").resolve(LESSON));
        Path rubric =
                root.resolve("experiments/other").resolve(LESSON).resolve("standard_rubric.csv");
        Files.writeString(rubric, Files.readString(rubric).replace("at least", "at most"));
        Files.writeString(rubric, Files.readString(rubric).replaceAll("\\d", "1"));
        assertThat(run(SAMPLE).out()).contains("6 students are too few to tell.");
        assertThat(
                        run(
                                        List.of("compare", "offline-baseline", "other"),
                                        "--dataset-name",
                                        "sample-2026")
                                .err())
                .contains("other has labelled nothing of " + LESSON + " in sample-2026 yet; run ");
        run(List.of("--dataset-name", "sample-2026", "-e", "other", "--lesson-names", LESSON));

        Outcome outcome =
                run(
                        List.of("compare", "offline-baseline", "other"),
                        "--dataset-name",
                        "sample-2026");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("6 students are too few to tell whether that is chance")
                .containsPattern(
                        "[+-] student_0\\d, .*: .* Evidence → .* Evidence \\(people: .* Evidence\\)")
                .doesNotContain("McNemar");
    }

    @Test
    void releasesAnExperimentThatKeepsTheContract() throws IOException {
        assertThat(run(List.of("promote", "offline-baseline", "r1")).err())
                .contains("confidence.json is missing");
        run(SAMPLE, "-g");
        Files.writeString(experiment().resolve("selective.json"), "{\"max_error\": 0.1}");

        Outcome outcome = run(List.of("promote", "offline-baseline", "r1"));

        assertThat(outcome.status()).isZero();
        Path release = root.resolve("releases/r1").resolve(LESSON);
        assertThat(release.resolve("params.json")).exists();
        assertThat(release.resolve("confidence.json")).exists();
        assertThat(release.resolve("confidence-exact.json")).exists();
        assertThat(release.resolve("selective.json")).exists();
        assertThat(release.resolve("output")).doesNotExist();
    }

    @Test
    void releasesInSpiteOfDoubtsOnlyWithAReason() throws IOException {
        run(SAMPLE, "-g", "-s", "5");
        Path examples = Files.createDirectories(experiment().resolve("examples"));
        Files.writeString(examples.resolve("a.js"), "draw();");
        String row =
                """
                {"Key Concept": "%s", "Observations": "o", "Evidence": "x (unverified)",
                 "Reason": "CORRECT THIS: <b>Votes: []</b>", "Label": "No Evidence"}\
                """;
        Files.writeString(
                examples.resolve("a.json"),
                Stream.of(
                                "Algorithms and Control - Conditionals",
                                "Modularity - Multiple Sprites",
                                "Position and Movement",
                                "Variables")
                        .map(row::formatted)
                        .collect(Collectors.joining(",", "[", "]")));
        Outcome refused = run(List.of("promote", "offline-baseline", "r1"));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "still says CORRECT THIS",
                        "own mark `<b>Votes`",
                        "own mark `(unverified)`",
                        "was measured with 5 students, which are too few",
                        "--force REASON");
        assertThat(root.resolve("releases")).doesNotExist();

        Outcome forced =
                run(
                        List.of(
                                "promote",
                                "offline-baseline",
                                "r1",
                                "--force",
                                "a pilot in one class"));
        assertThat(forced.status()).as(forced.err()).isZero();
        assertThat(root.resolve("releases/r1").resolve(LESSON).resolve("forced.json"))
                .content()
                .contains("a pilot in one class", "5 students");
        assertThat(run(List.of("promote", "offline-baseline", "r1")).err())
                .contains("releases/r1/" + LESSON + " already exists.");
    }

    @Test
    void releasesNothingThatWouldBreakTheBackend() throws IOException {
        run(SAMPLE, "-g");
        Path confidence = experiment().resolve("confidence.json");
        Files.writeString(
                confidence, Files.readString(confidence).replace("\"Variables\"", "\"Naming\""));
        assertThat(run(List.of("promote", "offline-baseline", "r1")).err())
                .contains("confidence.json must say HIGH or MEDIUM or LOW for Variables.");
        assertThat(root.resolve("releases")).doesNotExist();
    }

    @Test
    void releasesNoStaticConceptWithoutADecisionTree() throws IOException {
        run(SAMPLE, "-g");
        Files.writeString(
                experiment().resolve("params.json"),
                """
                {"model": "offline.baseline", "num-responses": 1, "temperature": 0,
                 "lesson": "csd3-2023-L18", "code-feature-extractor": ["Variables"]}
                """);
        assertThat(run(List.of("promote", "offline-baseline", "r1")).err())
                .contains("`Variables`, which has no decision tree in lesson csd3-2023-L18");
    }

    @Test
    void makesADatasetOfAGradersSheet() throws IOException {
        HttpServer platform =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext(
                "/v3/sources/abc_1/main.json",
                exchange -> {
                    byte[] body = "{\"source\": \"var a;\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        platform.start();
        try {
            Path sheet = root.resolve("sheet.tsv");
            Files.writeString(sheet, SHEET);

            Outcome outcome =
                    run(
                            List.of("prepare", sheet.toString()),
                            "--output-dir",
                            root.resolve("new").toString(),
                            "--fetch",
                            "http://localhost:" + platform.getAddress().getPort() + "/");

            assertThat(outcome.status()).as(outcome.err()).isZero();
        } finally {
            platform.stop(0);
        }
        assertThat(root.resolve("new/actual_labels.csv"))
                .content()
                .isEqualToNormalizingNewlines("student,Sprites\nabc_1,No Evidence\n");
        assertThat(root.resolve("new/abc_1.js")).hasContent("var a;");
    }

    @Test
    void draftsExamplesWithPeoplesLabels() throws IOException {
        Path few = root.resolve("datasets/few").resolve(LESSON);
        Path sample = root.resolve("datasets/sample-2026").resolve(LESSON);
        Files.createDirectories(few);
        Files.copy(sample.resolve("student_05.js"), few.resolve("student_05.js"));
        Files.copy(sample.resolve("student_10.js"), few.resolve("student_10.js"));
        Files.copy(sample.resolve("actual_labels.csv"), few.resolve("actual_labels.csv"));

        Outcome outcome = run(List.of("examples", "offline-baseline"), "--dataset-name", "few");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(experiment().resolve("examples/student_10.js")).exists();
        JsonNode response = json(experiment().resolve("examples/student_10.json"));
        assertThat(response.size()).isEqualTo(4);
        assertThat(response.get(0).propertyNames())
                .containsExactly("Key Concept", "Observations", "Evidence", "Reason", "Label");
        assertThat(outcome.out()).contains(": correct ");
        assertThat(response.toString()).contains("CORRECT THIS: the model said ");
        // The examples can be used as they are: their labels are people's.
        assertThat(run(SAMPLE, "-s", "1").status()).isZero();
    }

    @Test
    void listsWhatIsHere() {
        assertThat(run(List.of("list", "--local")).out())
                .contains("datasets:", "  sample-2026 (here)", "  offline-baseline (here)");
    }

    @Test
    void explainsItself() {
        assertThat(run(List.of("--help")).out())
                .contains("--max-cost", "--dry-run", "compare", "promote", "Exit status:");
    }

    private Path experiment() {
        return root.resolve("experiments/offline-baseline").resolve(LESSON);
    }

    private static JsonNode json(Path file) {
        return MAPPER.readTree(file);
    }

    private Outcome run(List<String> arguments, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                RubricTesterCommand.commandLine(
                                new CommandEnvironment(CommandApplication.class, List.of(root)))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        int status =
                commandLine.execute(
                        Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }
}
