package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs over files as spreadsheets and editors save them, from the reports and of their kinds. */
class PeoplesFilesTests {

    private static final Path REPORTS = Path.of("src/test/resources/reports");
    private static final String PLAIN = "27-trailing-empty/rows";

    @TempDir private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25-labels-bom/bom",
                "25-labels-bom/bomcrlf",
                "25-labels-bom/bomquoted",
                "27-trailing-empty/blank-lines",
                "27-trailing-empty/columns",
                "27-trailing-empty/rows",
                "27-trailing-empty/rubric",
                "27-trailing-empty/title-row",
                "29-rubric-encodings/labelhead",
                "29-rubric-encodings/labels-utf16",
                "29-rubric-encodings/nbsphead",
                "29-rubric-encodings/utf16",
                "30-params-bom/bom",
                "30-params-bom/comment",
                "30-params-bom/utf16",
            })
    void readsWhatIsCertain(String report) throws IOException {
        copy(report);
        requireRead();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "29-rubric-encodings/cp1252 | standard_rubric.csv, line 2: not UTF-8 (byte 0x93)",
                "29-rubric-encodings/cp1252name | standard_rubric.csv, line 2: not UTF-8 (byte 0x96)",
            })
    void saysWhereAFileIsNotCertain(String report, String sentence) throws IOException {
        copy(report);

        ToolRun run = run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ", "\uFFFD");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "UTF-32LE", "UTF-32BE"})
    void readsEveryFileInEachEncodingThatSaysWhatItIs(String encoding) throws IOException {
        copy(PLAIN);
        Charset charset = Charset.forName(encoding);
        for (Path file :
                List.of(
                        labels(),
                        dataset().resolve("a.js"),
                        experiment().resolve("params.json"),
                        experiment().resolve("standard_rubric.csv"),
                        experiment().resolve("system_prompt.txt"))) {
            Files.write(file, ("\uFEFF" + Files.readString(file)).getBytes(charset));
        }
        requireRead();
    }

    @Test
    void findsProgramsAndKeyConceptsWhoseLettersAreComposedOtherwise() throws IOException {
        copy(PLAIN);
        String composed = "Zo\u00eb";
        Files.move(
                dataset().resolve("a.js"),
                dataset().resolve(Normalizer.normalize(composed, Normalizer.Form.NFD) + ".js"));
        Files.writeString(
                labels(), Files.readString(labels()).replace("\na,", "\n" + composed + ","));
        Path rubric = experiment().resolve("standard_rubric.csv");
        Files.writeString(
                rubric,
                Files.readString(rubric).replace("Draw Loop", "\u201cDraw\u201d \u2013 Loop"));
        Files.writeString(
                labels(),
                Files.readString(labels()).replace("Draw Loop", "\"\"\"Draw\"\" - Loop\""));
        requireRead();
    }

    @Test
    void labelsTheOtherProgramsWhereOneIsInAnUnknownEncoding() throws IOException {
        copy(PLAIN);
        Files.write(
                dataset().resolve("b.js"),
                "// d\u00e9but\nvar x;\n".getBytes(StandardCharsets.ISO_8859_1));

        ToolRun run = run();

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out())
                .contains("1 of 2 programs labelled")
                .contains("b request failed: ", "b.js, line 1: not UTF-8 (byte 0xE9).");
        assertThat(experiment().resolve("output/report-exact-match.html")).exists();
        assertThat(experiment().resolve("cached_responses/b.json")).doesNotExist();
    }

    @Test
    void releasesPlainFilesWhateverTheExperimentHas() throws IOException {
        copy("30-params-bom/comment");
        Files.writeString(
                experiment().resolve("standard_rubric.csv"),
                "\uFEFFkey concept;Extensive evidence;Limited\u00a0Evidence\nSprites;a, b;c\nDraw Loop;d;e\n",
                StandardCharsets.UTF_16LE);
        assertThat(run("-g").status()).isZero();

        assertThat(ToolRun.in(root, "promote", "e", "r", "--force", "a test").status()).isZero();

        Path release = root.resolve("releases/r/L1");
        assertThat(release.resolve("standard_rubric.csv"))
                .hasContent(
                        """
                        Key Concept,Extensive Evidence,Limited Evidence
                        Sprites,"a, b",c
                        Draw Loop,d,e
                        """);
        JsonNode params = new JsonMapper().readTree(release.resolve("params.json"));
        assertThat(params.path("model").stringValue()).isEqualTo("offline.baseline");
    }

    @Test
    void readsGradersSheetsAsTheyAreExported() throws IOException {
        Path sheet = root.resolve("sheet.csv");
        Files.writeString(
                sheet,
                "\uFEFFLesson 11;;\nProject;Sprites;Notes\nhttps://x/projects/gamelab/p1/view;no evidence;\n;;\n",
                StandardCharsets.UTF_16LE);

        ToolRun run = ToolRun.in(root, "prepare", sheet.toString());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(root.resolve("actual_labels.csv"))
                .content()
                .isEqualToNormalizingNewlines("student,Sprites\np1,No Evidence\n");
    }

    private void requireRead() {
        ToolRun run = run();
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out()).contains("2 of 2 programs labelled.");
        JsonNode metrics = new JsonMapper().readTree(experiment().resolve("output/metrics.json"));
        assertThat(metrics.at("/exact_match/overall/n").intValue()).isEqualTo(4);
        assertThat(metrics.at("/exact_match/overall/accuracy/value").doubleValue()).isEqualTo(0.75);
    }

    private ToolRun run(String... more) {
        return ToolRun.in(
                root,
                Stream.concat(Stream.of("-e", "e", "--dataset-name", "d"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void copy(String report) throws IOException {
        FileSystemUtils.copyRecursively(REPORTS.resolve(report), root);
    }

    private Path dataset() {
        return root.resolve("datasets/d/L1");
    }

    private Path experiment() {
        return root.resolve("experiments/e/L1");
    }

    private Path labels() {
        return dataset().resolve("actual_labels.csv");
    }
}
