package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.Generation;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.ResponseSchema;

/**
 * A program to be assessed, and how.
 *
 * @param program the student's program as it was sent
 * @param prompt instructions, rubric and examples
 * @param removeComments whether the model is to see the program without comments
 * @param plainLayout whether the model gets the program without markers round it
 * @param staticConcepts the key concepts that need no model
 * @param choice which model is asked for the others, and how
 * @param limit what the caller can store of each text
 */
public record AssessmentRequest(
        Program program,
        Prompt prompt,
        boolean removeComments,
        boolean plainLayout,
        StaticConcepts staticConcepts,
        ModelChoice choice,
        ColumnLimit limit) {

    /**
     * Room for a key concept's observations, evidence, reason and label, in tokens. Models write
     * 100 to 200; what is reserved and not used costs nothing, but counts against Bedrock's quota.
     */
    private static final int TOKENS_PER_ROW = 500;

    /** Room for a heading, fences, and words before and after the rows, in tokens. */
    private static final int TOKENS_BESIDE_ROWS = 500;

    private static final int TIMES_LONGEST_EXAMPLE = 2;

    /** A rule of thumb for English and code, on the safe side. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** The same for a caller who can store other texts. */
    public AssessmentRequest within(ColumnLimit other) {
        return new AssessmentRequest(
                program, prompt, removeComments, plainLayout, staticConcepts, choice, other);
    }

    Rubric rubric() {
        return prompt.rubric();
    }

    /** The program as the model is to see it. */
    Program programToGrade() {
        return removeComments ? program.withoutComments() : program;
    }

    /** The key concepts that a model is asked about, in the rubric's order. */
    public List<String> conceptsToAsk() {
        return rubric().names().stream()
                .filter(name -> !staticConcepts.names().contains(name))
                .toList();
    }

    /**
     * What the model is asked.
     *
     * @param fullRubric whether it sees those key concepts too that it isn't asked about
     * @param structured whether models that can be are to be held to a schema
     */
    ModelRequest modelRequest(boolean fullRubric, boolean structured, Deadline deadline) {
        Optional<ResponseSchema> schema =
                structured && choice.format() == ResponseFormat.JSON
                        ? Optional.of(LabelSchema.of(conceptsToAsk()))
                        : Optional.empty();
        Prompt shown = fullRubric ? prompt : prompt.withRubric(rubric().only(conceptsToAsk()));
        return new ModelRequest(
                choice.model(),
                plainLayout
                        ? shown.messagesFor(programToGrade())
                        : shown.messagesFor(programToGrade(), Boundary.around(program)),
                new Generation(
                        choice.temperature(), choice.effort(), OutputRoom.of(answerTokens())),
                choice.responses(),
                choice.format(),
                schema,
                choice.callersKey(),
                deadline);
    }

    /** Examples say how much an author wants to read; without any, a row's usual length counts. */
    private int answerTokens() {
        int longest =
                prompt.examples().stream()
                        .mapToInt(example -> example.response().length())
                        .max()
                        .orElse(0);
        int byExamples = TIMES_LONGEST_EXAMPLE * longest / CHARACTERS_PER_TOKEN;
        return Math.max(byExamples, TOKENS_BESIDE_ROWS + TOKENS_PER_ROW * conceptsToAsk().size());
    }

    /** Leaves program and key out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AssessmentRequest[%s]".formatted(choice);
    }
}
