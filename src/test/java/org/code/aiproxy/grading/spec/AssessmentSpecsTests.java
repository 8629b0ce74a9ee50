package org.code.aiproxy.grading.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.model.routing.ModelRouter;
import org.junit.jupiter.api.Test;

class AssessmentSpecsTests {

    private static final String RUBRIC = "Key Concept\nSprites\n";
    private static final String RESPONSE =
            "Key Concept\tObservations\tEvidence\tReason\tLabel\nSprites\ta\tb\tc\tNo Evidence";

    private final AssessmentSpecs specs =
            new AssessmentSpecs(
                    new ModelRouter(List.of(), Optional.of("gpt-4o,gpt-5")),
                    new StaticAssessor(),
                    new AssessmentRules(false, true, true));

    @Test
    void readsALessonOnceForAllPrograms() {
        AssessmentSpec first = specs.request(submission("a();")).spec();

        // Other strings with the same characters: each request brings its own.
        assertThat(specs.request(submission("b();")).spec()).isSameAs(first);
    }

    @Test
    void readsAnotherLessonByItself() {
        AssessmentSpec first = specs.of(draft("Grade.", RUBRIC));

        assertThat(specs.of(draft("Label.", RUBRIC))).isNotSameAs(first);
        assertThat(specs.of(draft("Grade.", RUBRIC + "Shapes\n"))).isNotSameAs(first);
    }

    @Test
    void asksTheServicesModelsWhereNoneIsNamed() {
        assertThat(specs.of(draft("Grade.", RUBRIC)).choice().models())
                .containsExactly("gpt-4o", "gpt-5");
    }

    @Test
    void findsTheSameFaultEachTime() {
        SpecDraft wrong = draft("Grade.", "Concept\nSprites\n");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> specs.of(wrong))
                    .isInstanceOfSatisfying(
                            InvalidFieldException.class,
                            fault -> assertThat(fault.field()).isEqualTo("rubric"));
        }
    }

    @Test
    void readsExamplesOfAForm() {
        assertThat(
                        DraftReader.read(
                                        RequestFields.ofTexts(
                                                Map.of(
                                                        "code", List.of("a();"),
                                                        "examples", List.of("[[\"p\", \"r\"]]"))))
                                .spec()
                                .text()
                                .examples())
                .containsExactly(new Example("p", "r"));
    }

    @Test
    void refusesTooManyExamples() {
        LessonText many =
                new LessonText(
                        "Grade.", RUBRIC, Collections.nCopies(51, new Example("a", RESPONSE)));

        assertThatThrownBy(() -> specs.of(draft("Grade.", RUBRIC).with(many)))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("must be at most 50 pairs.");
    }

    private static Submission submission(String code) {
        return DraftReader.read(
                RequestFields.ofTexts(
                        Map.of(
                                "code", List.of(code),
                                "prompt", List.of(new String("Grade.".toCharArray())),
                                "rubric", List.of(new String(RUBRIC.toCharArray())))));
    }

    private static SpecDraft draft(String prompt, String rubric) {
        return new SpecDraft(
                new LessonText(prompt, rubric, List.of()),
                ModelChoice.USUAL,
                new Layout(false, false),
                StaticConcepts.NONE,
                ReviewRule.NONE,
                ColumnLimit.MYSQL_TEXT);
    }
}
