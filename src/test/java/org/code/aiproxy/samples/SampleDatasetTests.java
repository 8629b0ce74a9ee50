package org.code.aiproxy.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDatasetTests {

    private final StaticAssessor assessor = new StaticAssessor();

    static Stream<SampleLesson> lessons() {
        return SampleLesson.all();
    }

    @Test
    void hasThreeLessons() {
        assertThat(lessons()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hasARowForEachOfAtLeastTwentyPrograms(SampleLesson lesson) {
        assertThat(lesson.students()).hasSizeGreaterThanOrEqualTo(20).isEqualTo(lesson.programs());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hasAColumnForEachKeyConceptOfTheRubric(SampleLesson lesson) {
        String rubric = Lesson.read(lesson.experiment("offline-baseline")).spec().text().rubric();
        assertThat(lesson.columns().getFirst()).isEqualTo("student");
        assertThat(lesson.keyConcepts()).isEqualTo(Rubric.parse(rubric).names());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void givesEachLabelOfEachKeyConceptToTwoProgramsAtLeast(SampleLesson lesson) {
        for (String keyConcept : lesson.keyConcepts()) {
            List<String> given =
                    lesson.rows().stream().map(row -> row.getField(keyConcept)).toList();
            assertThat(given).allSatisfy(label -> assertThat(Label.of(label)).isPresent());
            for (Label label : Label.values()) {
                assertThat(given)
                        .as(keyConcept)
                        .filteredOn(label.text()::equals)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    /** Their rubric says what the decision trees do, so labels by its rules are the trees' own. */
    @ParameterizedTest
    @MethodSource("lessons")
    void agreesWithTheDecisionTrees(SampleLesson lesson) {
        List<String> keyConcepts = assessor.keyConcepts(lesson.id());
        assertThat(lesson.keyConcepts()).containsAnyElementsOf(keyConcepts);
        for (String keyConcept : lesson.keyConcepts()) {
            if (keyConcepts.contains(keyConcept)) {
                assertThat(lesson.rows())
                        .allSatisfy(row ->
                                assertThat(row.getField(keyConcept))
                                        .as("%s of %s", keyConcept, row.getField("student"))
                                        .isEqualTo(
                                                treesLabel(
                                                        lesson,
                                                        keyConcept,
                                                        row.getField("student"))));
            }
        }
    }

    private String treesLabel(SampleLesson lesson, String keyConcept, String student) {
        return assessor.assess(lesson.id(), keyConcept, lesson.code(student)).label().text();
    }
}
