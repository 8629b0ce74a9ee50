package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionReaderTests {

    private static final Rubric RUBRIC =
            Rubric.parse("Key Concept,Extensive Evidence\nVariables,uses one\n");

    private static final String ROW =
            """
            {"Key Concept": "Variables", "Observations": "o", "Evidence": %s, "Reason": "r", \
            "Label": "Limited Evidence"}\
            """;

    @Test
    void joinsAListOfEvidenceWithSpaces() {
        assertThat(json("[" + ROW.formatted("[\"Line 1: `a`\", \"Line 2: `b`\"]") + "]"))
                .extracting(LabelledConcept::evidence)
                .containsExactly("Line 1: `a` Line 2: `b`");
    }

    @Test
    void bringsEvidenceOnOneLineWithRanges() {
        assertThat(json("[" + ROW.formatted("\"Lines 4, 5, 6: x\\n```y```\"") + "]"))
                .extracting(LabelledConcept::evidence)
                .containsExactly("Lines 4-6: x `y`");
    }

    @Test
    void findsTheArrayBehindBracketsInProse() {
        String rows = "[" + ROW.formatted("\"\"") + "]";
        assertThat(json("Notes [1] and [{x}] first.\n```json\n" + rows + "\n```\nDone [2]."))
                .hasSize(1);
    }

    @Test
    void replacesHalfACharacterThatCouldNotBeSentOn() {
        assertThat(json("[" + ROW.formatted("\"a\\ud83db\"") + "]"))
                .extracting(LabelledConcept::evidence)
                .containsExactly("a\uFFFDb");
    }

    @Test
    void keepsFullCharactersOutsideTheBasicPlane() {
        assertThat(json("[" + ROW.formatted("\"\\ud83d\\ude00\"") + "]"))
                .extracting(LabelledConcept::evidence)
                .containsExactly("\uD83D\uDE00");
    }

    @Test
    void readsAMarkdownTableWithEdges() {
        Reading reading =
                read(
                        """
                        Here it is:

                        | Key Concept | Observations | Evidence | Label | Reason |
                        | :--- | :---: | --- | --- | --- |
                        | Variables | o | Line 1: `a || b` | Convincing Evidence | r |
                        """);
        assertThat(reading)
                .isEqualTo(
                        new Reading.Usable(
                                List.of(
                                        new LabelledConcept(
                                                "Variables",
                                                Label.CONVINCING,
                                                "o",
                                                "Line 1: `a || b`",
                                                "r")),
                                false,
                                false));
    }

    @Test
    void ignoresWhatFollowsAFence() {
        String fenced =
                "```tsv\nKey Concept\tObservations\tLabel\tReason\n"
                        + "Variables\to\tNo Evidence\tr\n```\nHope this helps!";
        assertThat(read(fenced)).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void saysWhichKeyConceptIsMissing() {
        assertThat(read("Key Concept\tObservations\tLabel\tReason\n"))
                .isEqualTo(
                        new Reading.Unusable(
                                Defect.MISSING_CONCEPT,
                                "it has no row for these key concepts: Variables",
                                false,
                                List.of()));
    }

    @Test
    void neverQuotesTheCompletionInAProblem() {
        String invented = "Key Concept\tObservations\tLabel\tReason\nSECRET\tx\tNo Evidence\tr\n";
        assertThat(read(invented).toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{",
                "[ {\"a\": \"",
                "[{\"a\":[",
                "{\"a\":",
                "[",
                "Key Concept | ",
                "\\t",
                "\"\n"
            })
    @Timeout(20)
    void readsAMillionCharactersOfNonsenseInLinearTime(String piece) {
        String nonsense = piece.repeat(1_000_000 / piece.length());
        assertThat(read(nonsense)).isInstanceOf(Reading.Unusable.class);
        assertThat(read("Key Concept\t" + nonsense)).isInstanceOf(Reading.Unusable.class);
    }

    private static List<LabelledConcept> json(String text) {
        return switch (read(text)) {
            case Reading.Usable usable -> usable.rows();
            case Reading.Unusable unusable -> throw new AssertionError(unusable.problem());
        };
    }

    private static Reading read(String text) {
        return new CompletionReader(RUBRIC, RUBRIC.names(), "")
                .read(new Completion(text, FinishReason.STOP));
    }
}
