package org.code.aiproxy.rubrictester.experiment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;

/**
 * What came of running an experiment over a lesson of a dataset.
 *
 * @param experiment how the programs were labelled
 * @param datasetName the dataset's name
 * @param dataset the programs, and people's labels of them
 * @param results one for each program, in their order
 * @param model the model's name
 * @param price what the model's tokens cost, if it is known
 * @param estimate what the run was expected to take
 * @param begun when it began
 * @param took how long it took
 */
public record LessonResult(
        LessonExperiment experiment,
        String datasetName,
        LessonDataset dataset,
        List<StudentResult> results,
        String model,
        Optional<ModelPrice> price,
        RunEstimate estimate,
        Instant begun,
        Duration took) {

    public LessonResult {
        results = List.copyOf(results);
    }

    /** The students that have labels. */
    public List<Graded> graded() {
        return only(Graded.class).toList();
    }

    /** The students whose programs were tried in vain. */
    public List<Failed> failed() {
        return only(Failed.class).toList();
    }

    /** The students whose turn didn't come. */
    public List<NotRun> notRun() {
        return only(NotRun.class).toList();
    }

    /** All tokens that the labels here were paid with, in this run or an earlier one. */
    public Usage usage() {
        return Stream.concat(
                        graded().stream().map(it -> it.program().usage()),
                        failed().stream().map(Failed::usage))
                .reduce(Usage.NONE, Usage::plus);
    }

    /** What these tokens cost in USD; empty where the price is unknown. */
    public Optional<BigDecimal> usd() {
        return Stream.concat(
                        graded().stream().map(it -> usd(it.program())),
                        failed().stream().map(this::usd))
                .reduce(
                        Optional.of(BigDecimal.ZERO),
                        (sum, next) -> sum.flatMap(one -> next.map(one::add)));
    }

    /** What a program's labels cost in USD; empty where the price is unknown. */
    public Optional<BigDecimal> usd(GradedProgram program) {
        return price.map(it -> it.usd(program.usage(), program.responses().requested()));
    }

    /** What was paid for a student in vain, in USD; empty where the price is unknown. */
    public Optional<BigDecimal> usd(Failed student) {
        return price.map(it -> it.usd(student.usage(), student.rawResponses().size()));
    }

    private <T extends StudentResult> Stream<T> only(Class<T> kind) {
        return results.stream().filter(kind::isInstance).map(kind::cast);
    }
}
