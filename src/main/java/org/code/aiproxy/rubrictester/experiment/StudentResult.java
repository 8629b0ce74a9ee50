package org.code.aiproxy.rubrictester.experiment;

import java.util.List;
import org.code.aiproxy.grading.assessment.RawResponse;
import org.code.aiproxy.model.catalogue.Usage;

/** What became of one student's program in a run. */
public sealed interface StudentResult {

    /** The student's name, as the program's file has it. */
    String student();

    /**
     * It has labels.
     *
     * @param cached whether an earlier run got them
     */
    record Graded(String student, GradedProgram program, boolean cached) implements StudentResult {}

    /**
     * It has none.
     *
     * @param problem what went wrong, a sentence
     * @param usage what was paid anyway
     * @param rawResponses what the model said, word for word
     */
    record Failed(String student, String problem, Usage usage, List<RawResponse> rawResponses)
            implements StudentResult {
        public Failed {
            rawResponses = List.copyOf(rawResponses);
        }
    }

    /**
     * Its turn didn't come.
     *
     * @param reason why the run ended before, a sentence
     */
    record NotRun(String student, String reason) implements StudentResult {}
}
