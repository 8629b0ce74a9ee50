package org.code.aiproxy.rubrictester.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.GradedProgram;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice;
import org.code.aiproxy.rubrictester.statistics.cascade.StepAnswer;
import org.code.aiproxy.rubrictester.statistics.cascade.StepCost;
import org.code.aiproxy.rubrictester.statistics.cascade.Work;
import org.jspecify.annotations.Nullable;

/**
 * Experiments over the same programs, as steps of a cascade.
 *
 * @param lesson the lesson's id
 * @param steps the experiments, the first to be asked first
 * @param leftOut how many programs one of them hasn't labelled
 * @param choice what was chosen
 */
public record CascadeStudy(String lesson, List<Step> steps, int leftOut, CascadeChoice choice) {

    /** How much less accurate than the best model alone a cascade may be. */
    public static final double ALLOWANCE = 0.02;

    private static final long SEED = 20_262;
    private static final int FEWEST = 10;

    public CascadeStudy {
        steps = List.copyOf(steps);
    }

    /** An experiment's name, and the model that it asks. */
    public record Step(String experiment, String model) {}

    /**
     * Studies experiments.
     *
     * @throws InvalidDataException when they have too few programs in common, or a price is unknown
     */
    public static CascadeStudy of(List<Evaluation> evaluations) {
        List<LessonResult> results = evaluations.stream().map(Evaluation::result).toList();
        List<Map<String, GradedProgram>> graded =
                results.stream().map(CascadeStudy::byStudent).toList();
        List<String> students =
                graded.getFirst().keySet().stream()
                        .filter(it -> graded.stream().allMatch(one -> one.containsKey(it)))
                        .sorted()
                        .toList();
        String lesson = results.getFirst().experiment().id();
        if (students.size() < FEWEST) {
            throw new InvalidDataException(
                    "%s: %d programs were labelled by all of these experiments; a cascade needs at least %d. Run the experiments first."
                            .formatted(lesson, students.size(), FEWEST));
        }
        List<Work> works =
                students.stream().map(student -> work(student, results, graded)).toList();
        return new CascadeStudy(
                lesson,
                results.stream().map(it -> new Step(it.experiment().name(), it.model())).toList(),
                results.getFirst().results().size() - students.size(),
                CascadeChoice.of(works, ALLOWANCE, SEED));
    }

    private static Map<String, GradedProgram> byStudent(LessonResult result) {
        return result.graded().stream().collect(Collectors.toMap(Graded::student, Graded::program));
    }

    private static Work work(
            String student, List<LessonResult> results, List<Map<String, GradedProgram>> graded) {
        LessonResult first = results.getFirst();
        Map<String, Label> people = first.dataset().labelsOf(student);
        List<List<StepAnswer>> concepts = new ArrayList<>();
        for (String name : first.experiment().rubric().names()) {
            Label label = people.get(name);
            List<StepAnswer> answers =
                    graded.stream()
                            .flatMap(it -> Optional.ofNullable(it.get(student)).stream())
                            .flatMap(it -> it.concept(name).stream())
                            .map(it -> answer(it, label))
                            .toList();
            if (label != null && answers.size() == results.size()) {
                concepts.add(answers);
            }
        }
        return new Work(
                student,
                concepts,
                IntStream.range(0, results.size())
                        .mapToObj(step -> cost(results.get(step), graded.get(step).get(student)))
                        .toList());
    }

    /** Labels that no model gave are certain: decision trees'. */
    private static StepAnswer answer(GradedConcept concept, @Nullable Label people) {
        boolean isRight = concept.label() == people;
        return concept.votes().isEmpty()
                ? new StepAnswer(1, isRight)
                : new StepAnswer(concept.likelihood().getOrDefault(concept.label(), 0.0), isRight);
    }

    /**
     * Of the tokens that the program took, those of output are for the key concepts, in equal
     * parts.
     */
    private static StepCost cost(LessonResult result, @Nullable GradedProgram program) {
        if (program == null) {
            throw new IllegalStateException("Not labelled");
        }
        ModelPrice price =
                result.price()
                        .orElseThrow(() ->
                                new InvalidDataException(
                                        "The price of %s is unknown, so no cascade can be chosen by cost. AIPROXY_MODEL_CATALOGUE can give it."
                                                .formatted(result.model())));
        Usage usage = program.usage();
        int requests = program.responses().requested();
        BigDecimal all = price.usd(usage, requests);
        BigDecimal input = price.usd(usage.withoutOutput(), requests);
        return new StepCost(
                input.doubleValue(),
                all.subtract(input).doubleValue() / Math.max(1, program.concepts().size()));
    }
}
