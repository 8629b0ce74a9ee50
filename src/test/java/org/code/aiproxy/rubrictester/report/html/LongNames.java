package org.code.aiproxy.rubrictester.report.html;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.evaluation.CascadeStudy;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.evaluation.Verdict.Threshold;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice;
import org.code.aiproxy.rubrictester.statistics.cascade.StepAnswer;
import org.code.aiproxy.rubrictester.statistics.cascade.StepCost;
import org.code.aiproxy.rubrictester.statistics.cascade.Work;

/** Pages whose names and texts are as long as people and models make them. */
final class LongNames {

    private static final String[] CONCEPTS = {
        "Modularity - Multiple Sprites, Backgrounds and Sprite Properties of each of them",
        "Algorithms_and_Control_with_Conditionals_and_Loops_and_Functions",
        "Position and Movement",
        "Program Development - Comments",
        "Variables",
        "Functions with Parameters and Return Values"
    };
    private static final Label[] LABELS = Label.values();

    private LongNames() {}

    /** Writes a report with thresholds that are met and missed, votes, and a failed student. */
    static Path report(Path file) {
        Results results = new Results(CONCEPTS);
        for (int student = 0; student < 8; student++) {
            results.student(
                            "student_" + student + (student == 3 ? "_with_a_name".repeat(6) : ""),
                            "var a = \"" + "long".repeat(60) + "\";\n",
                            people(student))
                    .graded(graded(results, student));
        }
        results.student("student_failed", "var b;", LABELS).failed("x".repeat(90), "{}");
        Verdict verdict =
                new Verdict(
                        "",
                        List.of(
                                new Threshold("Overall", 0.99, OptionalDouble.of(0.5)),
                                new Threshold(CONCEPTS[1], 0.1, OptionalDouble.of(0.5))),
                        List.of());
        HtmlReport.write(results.evaluation(), Scale.EXACT, verdict, file);
        return file;
    }

    private static Label[] people(int student) {
        return IntStream.range(0, CONCEPTS.length)
                .mapToObj(at -> LABELS[(student + at) % LABELS.length])
                .toArray(Label[]::new);
    }

    private static GradedConcept[] graded(Results results, int student) {
        return IntStream.range(0, CONCEPTS.length)
                .mapToObj(at -> {
                    Label ai = LABELS[(student + at * at) % LABELS.length];
                    return results.concept(
                            at,
                            ai,
                            "word".repeat(40),
                            "Line 1: A text `var a = \"longlong`",
                            ai,
                            ai,
                            at % 2 == 0 ? ai : Label.NO);
                })
                .toArray(GradedConcept[]::new);
    }

    /** Writes the page of a cascade of two models. */
    static Path cascade(Path file) {
        Random random = new Random(1);
        List<StepCost> costs = List.of(new StepCost(0.001, 0), new StepCost(0.01, 0.002));
        List<Work> works =
                IntStream.range(0, 40)
                        .mapToObj(student ->
                                new Work("student_" + student, List.of(answers(random)), costs))
                        .toList();
        CascadeStudy study =
                new CascadeStudy(
                        "csd3-2023-L11",
                        List.of(
                                new CascadeStudy.Step("sure", "bedrock.anthropic.claude-haiku-4-5"),
                                new CascadeStudy.Step(
                                        "strong",
                                        "bedrock.eu.anthropic.claude-sonnet-4-5-20250929-v1:0")),
                        0,
                        CascadeChoice.of(works, CascadeStudy.ALLOWANCE, 1));
        CascadePage.write(study, file);
        return file;
    }

    private static List<StepAnswer> answers(Random random) {
        return List.of(
                new StepAnswer(random.nextDouble(), random.nextDouble() < 0.7),
                new StepAnswer(0.9, random.nextDouble() < 0.9));
    }
}
