package org.code.aiproxy.grading.decisiontree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.feature.Oracle;
import org.code.aiproxy.grading.rubric.Label;
import org.junit.jupiter.api.Test;

class StaticAssessorTests {

    private static final String ELEMENTS = "Position - Elements and the Coordinate System";
    private static final String SPRITE_PROPERTIES = "Modularity - Sprites and Sprite Properties";

    private final StaticAssessor assessor = new StaticAssessor();

    @Test
    void listsTheLessonsInOrder() {
        assertThat(assessor.lessons())
                .containsExactly(
                        "csd3-2023-L7",
                        "csd3-2023-L11",
                        "csd3-2023-L14",
                        "csd3-2023-L18",
                        "csd3-2023-L21",
                        "csd3-2023-L24",
                        "csd3-2023-L28");
    }

    @Test
    void listsTheKeyConceptsOfALesson() {
        assertThat(assessor.keyConcepts("csd3-2023-L18"))
                .containsExactly(
                        "Algorithms and Control - Conditionals",
                        "Modularity - Multiple Sprites",
                        "Position and Movement");
        assertThat(assessor.keyConcepts("csd3-2023-L99")).isEmpty();
    }

    @Test
    void refusesAKeyConceptWithoutATreeAndNamesThoseThatHaveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessor.assess("csd3-2023-L11", "Creativity", "rect();"))
                .withMessageContaining("Creativity")
                .withMessageContaining(ELEMENTS);
    }

    @Test
    void summarizesTheCountsInASentence() {
        StaticAssessment assessment =
                assessor.assess("csd3-2023-L11", ELEMENTS, "rect(1);\ntext('a');\ntext('b');");

        assertThat(assessment.label()).isEqualTo(Label.LIMITED);
        assertThat(assessment.observations())
                .isEqualTo(
                        "The program has 1 shape, 0 sprites, 2 lines of text, 3 elements in all.");
    }

    @Test
    void writesEvidenceInLineOrderAsTheTeachersPageReadsIt() {
        String code =
                """
                function draw() {
                  p.x = p.x + 1;
                }
                var p = createSprite(
                  100, 200);
                """;

        assertThat(assessor.assess("csd3-2023-L14", SPRITE_PROPERTIES, code).evidence())
                .extracting(Finding::text)
                .containsExactly(
                        "Line 2: Changes a property in the draw loop `p.x = p.x + 1;`",
                        "Lines 4-5: Creates a sprite `var p = createSprite(`");
    }

    @Test
    void showsEachPlaceAndMessageOnce() {
        String code = "rect(1); rect(2); text('a');";

        assertThat(assessor.assess("csd3-2023-L11", ELEMENTS, code).evidence())
                .extracting(Finding::message)
                .containsExactly("Draws a shape", "Writes text");
    }

    @Test
    void showsNoEvidenceWhereThereIsNone() {
        StaticAssessment assessment = assessor.assess("csd3-2023-L11", ELEMENTS, "");

        assertThat(assessment.label()).isEqualTo(Label.NO);
        assertThat(assessment.evidence()).isEmpty();
    }

    @Test
    void writesNoMessageThatWouldEndItsOwnItem() {
        String code = new Oracle().program("a-sample-u3l23_01.js");

        List<String> messages =
                assessor.lessons().stream()
                        .flatMap(lesson ->
                                assessor.keyConcepts(lesson).stream()
                                        .map(c -> assessor.assess(lesson, c, code)))
                        .flatMap(assessment -> assessment.evidence().stream())
                        .map(Finding::message)
                        .distinct()
                        .toList();

        assertThat(messages)
                .hasSizeGreaterThan(5)
                .allSatisfy(message -> assertThat(message).doesNotContain("Line", "`"));
    }
}
