package org.code.aiproxy.rubrictester.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.rubric.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonDatasetTests {

    private static final List<String> RUBRIC = List.of("Sprites", "Draw Loop");
    private static final String LABELS =
            """
            student,Sprites,Draw Loop
            a,Convincing Evidence,Limited Evidence
            b,No Evidence,No Evidence
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writePrograms() throws IOException {
        Files.writeString(folder.resolve("a.js"), "var a;");
        Files.writeString(folder.resolve("b.js"), "var b;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "student;Sprites;Draw Loop\na;Convincing Evidence;Limited Evidence\nb;No Evidence;No Evidence\n",
                "student\tSprites\tDraw Loop\na\tConvincing Evidence\tLimited Evidence\nb\tNo Evidence\tNo Evidence\n",
                "sep=;\nstudent;Sprites;Draw Loop\na;Convincing Evidence;Limited Evidence\nb;No Evidence;No Evidence\n",
                "\"Sep=,\"\nstudent,Sprites,Draw Loop\na,Convincing Evidence,Limited Evidence\nb,No Evidence,No Evidence\n",
                "student,Sprites,\"Draw\nLoop\"\na,Convincing Evidence,Limited Evidence\nb,No Evidence,No Evidence\n",
                "student,Sprites,Draw Loop\rb,No Evidence,No Evidence\ra,Convincing Evidence,Limited Evidence\r",
                ",student,,Sprites,Draw Loop\n,a,,Convincing Evidence,Limited Evidence\n\u00a0,\u200b,,,\n,b,,No Evidence,No Evidence\n",
                " Student ,SPRITES,draw\u00a0 loop\na.js,convincing evidence,Limited\u00a0Evidence\nB.JS,NO EVIDENCE,no  evidence \n",
                "\u201cstudent\u201d,Sprites,Draw Loop\na,\u201cConvincing Evidence\u201d,Limited_Evidence\nb,'No Evidence',No\u2013Evidence\n",
                "Grades,,\nMs. Smith,period 3,\n\nstudent,Sprites,Draw Loop\na,Convincing Evidence,Limited Evidence\nb,No Evidence,No Evidence\n",
                "student,Sprites,Draw Loop\na,Convincing Evidence,Limited Evidence\nb,No Evidence,No Evidence\nz,No Evidence,No Evidence\n",
            })
    void readsLabelsAsSpreadsheetsExportThem(String labels) throws IOException {
        Files.writeString(folder.resolve("actual_labels.csv"), labels);

        LessonDataset dataset = LessonDataset.read(folder).requireLabelsFor(RUBRIC);

        assertThat(dataset.labelsOf("a"))
                .containsOnly(
                        Map.entry("Sprites", Label.CONVINCING),
                        Map.entry("Draw Loop", Label.LIMITED));
        assertThat(dataset.labelsOf("b"))
                .containsOnly(Map.entry("Sprites", Label.NO), Map.entry("Draw Loop", Label.NO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Convincing Evidence | Convincing Evidense | row 2, column B (`Sprites`): the label must be one of the four, such as `Extensive Evidence`, not `Convincing Evidense`.",
                "Convincing Evidence | Evi\u00ADdence\u00a0: 3 | not `Evi[U+00AD]dence[U+00A0]: 3`",
                "Convincing Evidence | Convincing Evidence, very | row 2, column D: `Limited Evidence` is in a column without a heading",
                "student | pupil | The first column of",
                "b,No | A.js,No | has two rows for the student a; remove one.",
                "b,No | a.js,No | has two rows for the student a, rows 2 and 3; remove one.",
                "b,No | c,No | actual_labels.csv has no row for b. Rows without a program: c.",
                "b,No | \"b,No | look for a quote that is never closed",
                "b,No | ,No | row 3, column A (`student`): the student is missing",
                "Draw Loop | Spri\u00a0tes | has the column `Spri[U+00A0]tes` twice, at row 1, column B and row 1, column C",
                "Draw Loop | Draw\u00a0Loops | Only in the rubric: Draw Loop. Only in the labels: Draw[U+00A0]Loops.",
            })
    void namesThePlaceOfALabelThatCannotBeRead(String from, String to, String sentence)
            throws IOException {
        Files.writeString(folder.resolve("actual_labels.csv"), LABELS.replaceFirst(from, to));

        assertThatThrownBy(() -> LessonDataset.read(folder).requireLabelsFor(RUBRIC))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("actual_labels.csv");
    }

    @Test
    void choosesStudentsAsTheyAreWritten() throws IOException {
        LessonDataset dataset = LessonDataset.read(folder).only(List.of("A", "b.js"));
        assertThat(dataset.programs())
                .extracting(StudentProgram::student)
                .containsExactly("a", "b");
    }

    @Test
    void keepsProgramsThatCannotBeReadAsProblems() throws IOException {
        Files.write(folder.resolve("c.JS"), "caf\u00e9".getBytes(Charset.forName("windows-1252")));
        Files.writeString(folder.resolve("d.js"), "\uFEFFvar d;");

        LessonDataset dataset = LessonDataset.read(folder);

        assertThat(dataset.programs())
                .extracting(StudentProgram::code)
                .containsExactly("var a;", "var b;", "", "var d;");
        assertThat(dataset.programs().get(2).problem().orElseThrow())
                .contains("c.JS, line 1: not UTF-8 (byte 0xE9). Save it as UTF-8");
    }

    @Test
    void readsWhatSingleGradersGave() throws IOException {
        Files.writeString(folder.resolve("actual_labels.csv"), LABELS);
        Files.writeString(
                folder.resolve("actual_labels.smith.csv"),
                "student,draw loop\nB.js,Limited Evidence\na,\n");
        Files.writeString(
                folder.resolve("actual_labels.7.csv"),
                "student,Sprites,Draw Loop\nb,,Extensive Evidence\n");

        LessonDataset dataset = LessonDataset.read(folder).requireLabelsFor(RUBRIC);

        assertThat(dataset.labelsOf("b", "Draw Loop"))
                .containsExactly(Label.EXTENSIVE, Label.LIMITED);
        assertThat(dataset.labelsOf("a", "Draw Loop")).isEmpty();
        assertThat(dataset.only(List.of("b")).labelsOf("b", "Draw Loop")).hasSize(2);
    }

    @Test
    void takesTheLabelsBesideASingleGradersForAnotherPersons() throws IOException {
        Files.writeString(folder.resolve("actual_labels.csv"), LABELS);
        assertThat(LessonDataset.read(folder).labelsOf("a", "Sprites")).isEmpty();

        Files.writeString(
                folder.resolve("actual_labels.smith.csv"), "student,Sprites\na,No Evidence\n");

        assertThat(LessonDataset.read(folder).labelsOf("a", "Sprites"))
                .containsExactly(Label.CONVINCING, Label.NO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student,Sprite | a,No Evidence | has the column `Sprite`, which is not a key concept of the rubric",
                "student,Sprites | a,Np | row 2, column B (`Sprites`): the label must be one of the four",
                "student,Sprites | a,No Evidence;A.JS,No Evidence | has two rows for the student a; remove one.",
            })
    void namesThePlaceInAGradersLabels(String header, String rows, String sentence)
            throws IOException {
        Files.writeString(folder.resolve("actual_labels.csv"), LABELS);
        Files.writeString(
                folder.resolve("actual_labels.smith.csv"),
                header + "\n" + rows.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> LessonDataset.read(folder).requireLabelsFor(RUBRIC))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("actual_labels.smith.csv");
    }

    @Test
    void readsJavaToo() throws IOException {
        Files.writeString(folder.resolve("c.java"), "class C {}");
        assertThat(LessonDataset.read(folder).programs())
                .extracting(StudentProgram::student)
                .containsExactly("a", "b", "c");

        Files.writeString(folder.resolve("a.java"), "class A {}");
        assertThatThrownBy(() -> LessonDataset.read(folder))
                .hasMessageContaining("has two programs of a; remove one.");
    }
}
