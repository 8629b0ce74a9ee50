package org.code.aiproxy.assessment;

import java.util.Optional;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.program.Program;
import org.code.aiproxy.prompt.Prompt;

/**
 * A program to be assessed, and how.
 *
 * @param program the student's program as it was sent
 * @param prompt instructions, rubric and examples
 * @param removeComments whether the model is to see the program without comments
 * @param model the model's name, with the provider's prefix
 * @param callersKey the caller's own OpenAI key, for this request only
 * @param responses how many responses vote, 1 to 10
 * @param temperature how freely the model samples, 0 to 2
 * @param format what the prompt asks the model to answer in
 */
public record AssessmentRequest(
        Program program,
        Prompt prompt,
        boolean removeComments,
        String model,
        Optional<String> callersKey,
        int responses,
        double temperature,
        ResponseFormat format) {

    /** The program as the model is to see it. */
    Program programToGrade() {
        return removeComments ? program.withoutComments() : program;
    }

    /** What the model is asked. */
    ModelRequest modelRequest(Deadline deadline) {
        return new ModelRequest(
                model,
                prompt.messagesFor(programToGrade()),
                temperature,
                responses,
                format,
                callersKey,
                deadline);
    }

    /** Leaves program and key out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AssessmentRequest[model=%s, %d responses, format=%s]"
                .formatted(model, responses, format);
    }
}
