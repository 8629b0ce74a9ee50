package org.code.aiproxy.rubrictester.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.springframework.util.StringUtils;

/** Labels one program as the service would, and keeps what came back. */
final class Grader {

    private static final int MOST_TRIES = 20;

    private final Labelling labelling;
    private final LessonExperiment experiment;
    private final ResponseCache cache;
    private final KeptResponses kept;
    private final Pace pace;

    /**
     * The service's own parts, and what it costs to use them.
     *
     * @param specs reads what is wanted
     * @param labels answers them
     * @param price the model's, if it is known
     * @param spending what was paid so far
     */
    record Labelling(
            AssessmentSpecs specs,
            LabelService labels,
            Optional<ModelPrice> price,
            Spending spending) {

        void pay(Usage usage, int responses) {
            spending.add(usage, responses, price);
        }
    }

    Grader(
            Labelling labelling,
            LessonExperiment experiment,
            ResponseCache cache,
            KeptResponses kept,
            Pace pace) {
        this.labelling = labelling;
        this.experiment = experiment;
        this.cache = cache;
        this.kept = kept;
        this.pace = pace;
    }

    /** What an earlier run got for the program, provided that it counts. */
    Optional<StudentResult> kept(StudentProgram program) {
        return kept.find(program);
    }

    /** Labels the program; blocks for as long as that takes, rate limits included. */
    StudentResult grade(StudentProgram program) {
        String fingerprint = experiment.fingerprint(program);
        try {
            Optional<Assessment> answer = ask(program);
            if (answer.isEmpty()) {
                return new NotRun(program.student(), pace.endReason());
            }
            Assessment assessment = answer.get();
            StoredResponse response = StoredResponse.of(assessment, fingerprint);
            cache.save(program.student(), response);
            labelling.pay(
                    assessment.metadata().usage(), response.program().responses().requested());
            return new Graded(program.student(), response.program(), false);
        } catch (UnusableResponseException e) {
            labelling.pay(e.usage(), e.responses().size());
            Failed failed =
                    new Failed(
                            program.student(),
                            StringUtils.capitalize(e.getMessage() + "."),
                            e.usage(),
                            e.responses());
            cache.save(program.student(), StoredResponse.of(failed, fingerprint));
            return failed;
        } catch (InvalidFieldException e) {
            return failed(program, "`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (ModelException.Unsupported e) {
            return failed(program, "`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (ModelException e) {
            return failed(program, String.valueOf(e.getMessage()));
        }
    }

    /** Empty where the run is to end: then nothing is waited for, and nothing tried again. */
    private Optional<Assessment> ask(StudentProgram program) {
        for (int tries = 1; ; tries++) {
            OptionalInt pauses = pace.await();
            if (pauses.isEmpty()) {
                return Optional.empty();
            }
            try {
                Assessment assessment = labelling.labels().assess(request(program));
                pace.goOn();
                return Optional.of(assessment);
            } catch (ModelException.RateLimited | ModelException.NotAsked e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pace.slowDown(pauses.getAsInt(), e.retryAfter());
            }
        }
    }

    private AssessmentRequest request(StudentProgram program) {
        return labelling.specs().of(experiment.spec()).forProgram(program.code());
    }

    private static Failed failed(StudentProgram program, String problem) {
        return new Failed(program.student(), problem, Usage.NONE, List.of());
    }
}
