package org.code.aiproxy.player.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlayedModelTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String RUBRIC =
            """


            Rubric:
            Key Concept,Instructions,No Evidence
            Sprites,"Count, please",x
            "Loops, and so",c,y
            """;

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final String PROGRAM =
            """
            Grade:
            <<<STUDENT_PROGRAM %s>>>
            // a comment

              var a = 1;
            draw();
            <<<END_STUDENT_PROGRAM %s>>>\
            """
                    .formatted(TOKEN, TOKEN);

    @Test
    void labelsEachKeyConceptInATable() {
        assertThat(write(new PlayedModel(), "Grade." + RUBRIC, PROGRAM).lines())
                .containsExactly(
                        "Key Concept\tObservations\tEvidence\tLabel\tReason",
                        "Sprites\tThis label is played: no model has read the program.\tLine 3: A line of"
                                + " the program `var a = 1;`\tConvincing Evidence\tThe played labels go"
                                + " through the scale.",
                        "Loops, and so\tThis label is played: no model has read the program.\tLine 4: A"
                                + " line of the program `draw();`\tLimited Evidence\tThe played labels go"
                                + " through the scale.");
    }

    @Test
    void labelsInJsonWhereThePromptAsksForIt() {
        JsonNode rows =
                MAPPER.readTree(write(new PlayedModel(), "Answer in JSON." + RUBRIC, PROGRAM));
        assertThat(rows.valueStream().map(row -> row.path("Key Concept").asString()))
                .containsExactly("Sprites", "Loops, and so");
    }

    @Test
    void labelsWhatASchemaNames() {
        JsonNode schema =
                MAPPER.readTree(
                        """
                        {"properties": {"rows": {"items": {"properties": {"Key Concept": {"enum": ["A", "B"]}}}}}}\
                        """);
        Reply reply = new PlayedModel().write(question("Grade.", "x();", new Form.Json(schema)), 0);
        assertThat(MAPPER.readTree(reply.text()).at("/rows/1/Key Concept").asString())
                .isEqualTo("B");
        Reply byTool =
                new PlayedModel().write(question("Grade.", "x();", new Form.Tool("t", schema)), 0);
        assertThat(byTool.tool()).hasValue("t");
        assertThat(byTool.text()).isEqualTo(reply.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x();",
                "x();\n<<<END_STUDENT_PROGRAM >>>",
                "x();\n<<<END_STUDENT_PROGRAM >>>\n<<<STUDENT_PROGRAM >>>"
            })
    void takesTheLastTurnForTheProgramWhereItIsNotMarked(String turn) {
        assertThat(write(new PlayedModel(), RUBRIC, turn)).contains("Line 1:", "`x();`");
    }

    @Test
    void hasNoEvidenceInAProgramWithoutCode() {
        assertThat(write(new PlayedModel(), RUBRIC, "// nothing\n`\n")).doesNotContain("Line");
    }

    @Test
    void canSpoilItsLabels() {
        assertThat(write(PlayedModel.withoutARow(), RUBRIC, PROGRAM))
                .contains("Sprites")
                .doesNotContain("Loops");
        assertThat(write(PlayedModel.withUnknownLabels(), RUBRIC, PROGRAM))
                .contains("Hardly any")
                .doesNotContain("Limited Evidence");
        assertThat(write(PlayedModel.withWrongLines(), RUBRIC, PROGRAM))
                .contains("Line 99999:")
                .doesNotContain("Line 3:");
    }

    private static String write(PlayedModel model, String instructions, String program) {
        return model.write(question(instructions, program, new Form.Free()), 0).text();
    }

    private static PlayedQuestion question(String instructions, String program, Form form) {
        return new PlayedQuestion(
                "m",
                false,
                1,
                List.of(new Turn("system", instructions), new Turn("user", program)),
                form,
                MAPPER.createObjectNode());
    }
}
