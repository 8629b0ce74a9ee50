package org.code.aiproxy.rubrictester.run;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.RunEstimate;

/**
 * Another way to label the same programs, to compare what a run costs.
 *
 * @param name in words
 * @param overrides what it does otherwise
 */
record Alternative(String name, SpecOverrides overrides) {

    /** A model that decides, and the same model with several votes. */
    static final List<Alternative> ALL =
            List.of(
                    of("decisions.gpt-6-luna", "decisions.gpt-6-luna", 1),
                    of("gpt-6-luna with three votes", "gpt-6-luna", 3));

    private static Alternative of(String name, String model, int responses) {
        return new Alternative(
                name,
                SpecOverrides.NONE
                        .withModel(Optional.of(model))
                        .withResponses(Optional.of(responses)));
    }

    /** What it would take; empty where that is what the run does, or can't be told. */
    Optional<String> line(ExperimentRun run, List<Job> jobs) {
        if (jobs.stream().allMatch(job -> instead(job).spec().equals(job.experiment().spec()))) {
            return Optional.empty();
        }
        try {
            return jobs.stream()
                    .map(job -> run.estimate(instead(job), job.dataset(), job.cache()))
                    .reduce(RunEstimate::plus)
                    .map(it -> "The same by %s: %s".formatted(name, EstimateLine.figures(it)));
        } catch (InvalidDataException e) {
            return Optional.empty();
        }
    }

    private LessonExperiment instead(Job job) {
        LessonExperiment own = job.experiment();
        return new LessonExperiment(
                own.name(), own.id(), own.spec().with(overrides), own.rubric(), own.warnings());
    }
}
