package org.code.aiproxy.grading.spec;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.EvidencePrompt;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ResponseFormat;

/**
 * A program to be assessed, and how.
 *
 * @param spec what is wanted
 * @param program the student's program as it was sent
 * @param callersKey the caller's own OpenAI key, for this request only
 */
public record AssessmentRequest(AssessmentSpec spec, Program program, Optional<String> callersKey) {

    private static final int LONGEST_PROGRAM =
            ((FieldKind.Text) AssessmentField.CODE.kind()).most();

    /**
     * @throws OverlongFieldException for a program that is longer than what can be worked on
     */
    public AssessmentRequest {
        if (program.code().length() > LONGEST_PROGRAM) {
            throw new OverlongFieldException(AssessmentField.CODE.text(), LONGEST_PROGRAM);
        }
    }

    /** The program as the model is to see it. */
    public Program programToGrade() {
        return spec.layout().removeComments() ? program.withoutComments() : program;
    }

    /** The same with a model being asked about some of the key concepts only. */
    public AssessmentRequest about(List<String> concepts) {
        return new AssessmentRequest(spec.about(concepts), program, callersKey);
    }

    /** What the model is asked. */
    public ModelRequest modelRequest(Deadline deadline) {
        Message last =
                spec.layout().plain()
                        ? Prompt.turn(programToGrade())
                        : Prompt.turn(programToGrade(), Boundary.around(program));
        List<Message> messages = Stream.concat(spec.opening().stream(), Stream.of(last)).toList();
        return new ModelRequest(
                spec.choice().model(),
                messages,
                spec.generation(),
                spec.choice().responses(),
                spec.choice().format(),
                spec.schema(),
                callersKey,
                deadline);
    }

    /**
     * What a model that decides is shown: what all programs of the lesson share comes first. The
     * rubric isn't in it, since its cells are the levels to decide between.
     */
    public List<Message> decisionMessages() {
        return List.of(
                spec.instructions(), Prompt.turn(programToGrade(), Boundary.around(program)));
    }

    /**
     * What a model is asked that points at places in the program, for labels that others gave.
     *
     * @param labels of those key concepts that evidence is wanted of
     */
    public ModelRequest evidenceRequest(
            String model, SequencedMap<String, Label> labels, Deadline deadline) {
        return new ModelRequest(
                model,
                new EvidencePrompt(spec.rubric(), labels)
                        .messages(programToGrade(), Boundary.around(program)),
                spec.generation(),
                1,
                ResponseFormat.JSON,
                spec.rules().structuredOutput()
                        ? Optional.of(LabelSchema.ofEvidence(List.copyOf(labels.keySet())))
                        : Optional.empty(),
                callersKey,
                deadline);
    }

    /** Leaves program and key out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AssessmentRequest[%s]".formatted(spec);
    }
}
