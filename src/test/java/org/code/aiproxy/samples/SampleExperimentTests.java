package org.code.aiproxy.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.response.CompletionReader;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleExperimentTests {

    private static final Pattern EVIDENCE_ITEM =
            Pattern.compile("Lines? (\\d+)(?:-(\\d+))?: [^`]+ `([^`]+)`");

    private final StaticAssessor assessor = new StaticAssessor();

    static Stream<SampleLesson> lessons() {
        return SampleLesson.all();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void areAboutTheSameRubricAndPrompt(SampleLesson lesson) {
        LessonText offline = text(lesson, "offline-baseline");
        LessonText real = text(lesson, "sample-json");
        assertThat(real.rubric()).isEqualTo(offline.rubric());
        assertThat(real.prompt()).isEqualTo(offline.prompt());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void askTheFeatureExtractorForWhatItKnows(SampleLesson lesson) {
        List<String> asked =
                Lesson.read(lesson.experiment("sample-json")).spec().staticConcepts().names();
        assertThat(assessor.keyConcepts(lesson.id())).containsAll(asked);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void haveExamplesThatLabelExactlyTheRubricsKeyConcepts(SampleLesson lesson) {
        LessonText experiment = text(lesson, "sample-json");
        List<String> keyConcepts = Rubric.parse(experiment.rubric()).names();
        assertThat(experiment.examples())
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(read(example, experiment).rows())
                                .extracting(row -> row.keyConcept())
                                .isEqualTo(keyConcepts));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void haveExamplesThatAgreeWithTheDecisionTrees(SampleLesson lesson) {
        LessonText experiment = text(lesson, "sample-json");
        List<String> known = assessor.keyConcepts(lesson.id());
        for (Example example : experiment.examples()) {
            assertThat(read(example, experiment).rows())
                    .filteredOn(row -> known.contains(row.keyConcept()))
                    .allSatisfy(row ->
                            assertThat(row.label())
                                    .isEqualTo(
                                            assessor.assess(
                                                            lesson.id(),
                                                            row.keyConcept(),
                                                            example.program())
                                                    .label()));
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void haveExamplesWhoseEvidenceIsWhereItSays(SampleLesson lesson) {
        LessonText experiment = text(lesson, "sample-json");
        for (Example example : experiment.examples()) {
            List<String> lines = new Program(example.program()).lines();
            for (var row : read(example, experiment).rows()) {
                List<MatchResult> items = EVIDENCE_ITEM.matcher(row.evidence()).results().toList();
                assertThat(String.join(" ", items.stream().map(MatchResult::group).toList()))
                        .isEqualTo(row.evidence());
                assertThat(items)
                        .allSatisfy(item -> assertThat(shown(item, lines)).contains(item.group(3)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void haveNoProgramOfTheDatasetAsExample(SampleLesson lesson) {
        List<String> programs = lesson.programs().stream().map(lesson::code).toList();
        assertThat(text(lesson, "sample-json").examples())
                .extracting(Example::program)
                .doesNotContainAnyElementsOf(programs);
    }

    private static LessonText text(SampleLesson lesson, String experiment) {
        return Lesson.read(lesson.experiment(experiment)).spec().text();
    }

    private static String shown(MatchResult item, List<String> lines) {
        int first = Integer.parseInt(item.group(1));
        int last = item.group(2) == null ? first : Integer.parseInt(item.group(2));
        return String.join("\n", lines.subList(first - 1, last));
    }

    private static Reading.Usable read(Example example, LessonText experiment) {
        Rubric rubric = Rubric.parse(experiment.rubric());
        Reading reading =
                new CompletionReader(rubric, rubric.names(), "")
                        .read(new Completion(example.response(), FinishReason.STOP));
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return (Reading.Usable) reading;
    }
}
