package org.code.aiproxy.rubrictester.experiment;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;

/** What earlier runs paid for and this one needn't ask for. */
final class KeptResponses {

    private final LessonExperiment experiment;
    private final ResponseCache cache;
    private final RunSettings settings;
    private final BiConsumer<String, String> notes;

    /**
     * @param notes told, by student and in sentences, of responses that don't count or can't be
     *     read
     */
    KeptResponses(
            LessonExperiment experiment,
            ResponseCache cache,
            RunSettings settings,
            BiConsumer<String, String> notes) {
        this.experiment = experiment;
        this.cache = cache;
        this.settings = settings;
        this.notes = notes;
    }

    /** What an earlier run got for the program, provided that it counts. */
    Optional<StudentResult> find(StudentProgram program) {
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
            notes.accept(
                    student,
                    "the program, prompt, rubric or parameters changed since this response was saved; %s."
                            .formatted(settings.staleOk() ? "it is used anyway" : "asking again"));
        }
        return fits || settings.staleOk();
    }

    private Optional<StudentResult> read(StoredResponse stored, String student) {
        try {
            return Optional.of(new Graded(student, stored.program(), true));
        } catch (InvalidDataException e) {
            notes.accept(
                    student,
                    "the cached response can't be read (%s); asking again."
                            .formatted(e.getMessage()));
            return Optional.empty();
        }
    }
}
