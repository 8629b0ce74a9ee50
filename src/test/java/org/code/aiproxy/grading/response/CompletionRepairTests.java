package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended because its meaning is certain, and what isn't. */
class CompletionRepairTests {

    private static final Rubric RUBRIC =
            Rubric.parse("Key Concept\nAlgorithms - Loops\n\"Variables, and 'names'\"\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "algorithms - loops",
                "1. Algorithms - Loops",
                "2) Algorithms – Loops",
                "Algorithms—Loops",
                "**Algorithms -  Loops**",
                "\"Algorithms - Loops\""
            })
    void takesNamesThatDifferInCaseDashesSpacesQuotesOrNumbering(String name) {
        assertThat(labels(json(name, "No Evidence", "r")))
                .containsExactly("Algorithms - Loops: No Evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "extensive evidence, Extensive Evidence",
        "CONVINCING, Convincing Evidence",
        "Limited Evidence., Limited Evidence",
        "No, No Evidence",
        "'No  evidence', No Evidence"
    })
    void takesLabelsThatDifferInCaseAStopOrTheWordEvidence(String written, String label) {
        assertThat(labels(json("Algorithms - Loops", written, "r")))
                .containsExactly("Algorithms - Loops: " + label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Some Evidence", "Extensive or Convincing", "Evidence", "n/a", "None"})
    void guessesNoLabel(String written) {
        assertThat(labels(json("Algorithms - Loops", written, "r"))).isEmpty();
    }

    @Test
    void takesTheDecisionAtTheEndOfTheReasonWhereTheLabelIsEmpty() {
        assertThat(labels(json("Algorithms - Loops", "", "Two loops. Decision: Limited Evidence")))
                .containsExactly("Algorithms - Loops: Limited Evidence");
        assertThat(labels(json("Algorithms - Loops", "", "Decision: maybe"))).isEmpty();
    }

    @Test
    void takesTheCompleteRowsOfAnArrayThatBreaksOff() {
        String whole = json("Algorithms - Loops", "No Evidence", "r");
        String cut = whole.substring(0, whole.length() - 1) + ", {\"Key Concept\": \"Varia";
        assertThat(labels(cut)).containsExactly("Algorithms - Loops: No Evidence");
    }

    @Test
    void takesAnObjectThatStandsByItself() {
        String object = json("Algorithms - Loops", "No Evidence", "r");
        assertThat(labels(object.substring(1, object.length() - 1)))
                .containsExactly("Algorithms - Loops: No Evidence");
    }

    @Test
    void takesRowsThatSayTheSameTwiceAndNoneThatContradictEachOther() {
        String one = row("algorithms - loops", "No Evidence", "r");
        String same = row("Algorithms - Loops", "no", "another reason");
        String other = row("Algorithms - Loops", "Limited", "r");
        assertThat(labels("[" + one + "," + same + "]")).hasSize(1);
        assertThat(labels("[" + one + "," + other + "]")).isEmpty();
    }

    @Test
    void takesARowWithoutAReason() {
        assertThat(
                        labels(
                                "[{\"Key Concept\": \"Algorithms - Loops\", \"Observations\": \"o\","
                                        + " \"Label\": \"no evidence\"}]"))
                .containsExactly("Algorithms - Loops: No Evidence");
    }

    @Test
    void saysThatACompletionHadToBeRepaired() {
        String all =
                "["
                        + row("1. Algorithms - Loops", "No Evidence", "r")
                        + ","
                        + row("2. Variables, and names", "No Evidence", "r")
                        + "]";
        assertThat(read(all))
                .isInstanceOfSatisfying(
                        Reading.Usable.class, it -> assertThat(it.repaired()).isTrue());
    }

    @Test
    void keepsTheCompleteRowsOfATableThatBreaksOff() {
        Reading reading =
                reader().read(
                                new Completion(
                                        """
                                        Key Concept\tObservations\tEvidence\tLabel\tReason
                                        Algorithms - Loops\to\tLine 1: `a`\tlimited\tr
                                        Variables, and 'names'\to
                                        """,
                                        FinishReason.LENGTH));
        assertThat(reading.rows())
                .extracting(LabelledConcept::keyConcept)
                .containsExactly("Algorithms - Loops");
        assertThat(((Reading.Unusable) reading).cutOff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{", "[{}", "{\"a\":{", "{}", "[[{"})
    @Timeout(20)
    void takesLinearTimeWhateverTheModelSays(String piece) {
        assertThat(read(piece.repeat(1_000_000 / piece.length()))).isNotNull();
    }

    private static List<String> labels(String completion) {
        return read(completion).rows().stream()
                .map(row -> row.keyConcept() + ": " + row.label())
                .toList();
    }

    private static Reading read(String completion) {
        return reader().read(new Completion(completion, FinishReason.STOP));
    }

    private static CompletionReader reader() {
        return new CompletionReader(RUBRIC, RUBRIC.names(), "");
    }

    private static String json(String name, String label, String reason) {
        return "[" + row(name, label, reason) + "]";
    }

    private static String row(String name, String label, String reason) {
        return """
        {"Key Concept": "%s", "Observations": "o", "Evidence": "e", "Label": "%s", "Reason": "%s"}\
        """
                .formatted(name.replace("\"", "\\\""), label, reason);
    }
}
