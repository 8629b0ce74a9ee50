package org.code.aiproxy.rubrictester.experiment;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.assessment.Assessment;
import org.code.aiproxy.assessment.AssessmentRequestReader;
import org.code.aiproxy.assessment.LabelService;
import org.code.aiproxy.assessment.RequestFields;
import org.code.aiproxy.assessment.UnusableResponseException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelPrice;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.server.InvalidFieldException;
import org.springframework.util.StringUtils;

/** Labels one program as the service would, and keeps what came back. */
final class Grader {

    private static final int MOST_TRIES = 20;

    private final Labelling labelling;
    private final LessonExperiment experiment;
    private final ResponseCache cache;
    private final RunSettings settings;
    private final Pace pace;
    private final RunListener listener;

    /**
     * The service's own parts, and what it costs to use them.
     *
     * @param reader makes requests of fields
     * @param labels answers them
     * @param price the model's, if it is known
     * @param spending what was paid so far
     */
    record Labelling(
            AssessmentRequestReader reader,
            LabelService labels,
            Optional<ModelPrice> price,
            Spending spending) {

        void pay(Usage usage) {
            spending.add(usage, price);
        }
    }

    Grader(
            Labelling labelling,
            LessonExperiment experiment,
            ResponseCache cache,
            RunSettings settings,
            Pace pace,
            RunListener listener) {
        this.labelling = labelling;
        this.experiment = experiment;
        this.cache = cache;
        this.settings = settings;
        this.pace = pace;
        this.listener = listener;
    }

    /** What an earlier run got for the program, provided that it counts. */
    Optional<StudentResult> kept(StudentProgram program) {
        if (!settings.useCached()) {
            return Optional.empty();
        }
        String fingerprint = experiment.fingerprint(program);
        return cache.find(program.student())
                .filter(StoredResponse::isGraded)
                .filter(stored -> counts(stored, fingerprint, program.student()))
                .flatMap(stored -> read(stored, program.student()));
    }

    private boolean counts(StoredResponse stored, String fingerprint, String student) {
        boolean fits = stored.answers(fingerprint);
        if (!fits) {
            listener.notes(
                    "%s: the cached response answers another request; %s."
                            .formatted(
                                    student,
                                    settings.staleOk() ? "it is used all the same" : "asked anew"));
        }
        return fits || settings.staleOk();
    }

    private Optional<StudentResult> read(StoredResponse stored, String student) {
        try {
            return Optional.of(new Graded(student, stored.program(), true));
        } catch (InvalidDataException e) {
            listener.notes(
                    "%s: the cached response can't be read (%s); asked anew."
                            .formatted(student, e.getMessage()));
            return Optional.empty();
        }
    }

    /** Labels the program; blocks for as long as that takes, rate limits included. */
    StudentResult grade(StudentProgram program) {
        RequestFields fields = experiment.fieldsFor(program.code());
        String fingerprint = Fingerprint.of(fields);
        try {
            Assessment assessment = ask(fields);
            StoredResponse response = StoredResponse.of(assessment, fingerprint);
            cache.save(program.student(), response);
            labelling.pay(assessment.metadata().usage());
            return new Graded(program.student(), response.program(), false);
        } catch (UnusableResponseException e) {
            labelling.pay(e.usage());
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

    private Assessment ask(RequestFields fields) {
        for (int tries = 1; ; tries++) {
            int pauses = pace.await();
            try {
                Assessment assessment = labelling.labels().assess(labelling.reader().read(fields));
                pace.goOn();
                return assessment;
            } catch (ModelException.RateLimited | ModelException.NotAsked e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pace.slowDown(pauses, e.retryAfter());
            }
        }
    }

    private static Failed failed(StudentProgram program, String problem) {
        return new Failed(program.student(), problem, Usage.NONE, List.of());
    }
}
