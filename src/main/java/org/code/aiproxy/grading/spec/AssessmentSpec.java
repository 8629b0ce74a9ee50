package org.code.aiproxy.grading.spec;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.model.Generation;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.ResponseSchema;

/**
 * What is wanted of an assessment, read and checked once for all programs of a lesson. What a model
 * is told apart from the program is made once, too.
 */
public final class AssessmentSpec {

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

    private final Prompt prompt;
    private final ModelChoice choice;
    private final SpecDraft draft;
    private final StaticConcepts staticConcepts;
    private final AssessmentRules rules;
    private final List<String> conceptsToAsk;
    private final List<Message> opening;
    private final Optional<ResponseSchema> schema;
    private final Generation generation;

    /**
     * @param prompt instructions, rubric and examples
     * @param choice which model is asked, and how; of at least one model
     * @param draft what was wanted besides
     * @param staticConcepts the key concepts that need no model
     * @param rules what is the same for all assessments
     */
    AssessmentSpec(
            Prompt prompt,
            ModelChoice choice,
            SpecDraft draft,
            StaticConcepts staticConcepts,
            AssessmentRules rules) {
        this(
                prompt,
                choice,
                draft,
                staticConcepts,
                rules,
                prompt.rubric().names().stream()
                        .filter(name -> !staticConcepts.names().contains(name))
                        .toList());
    }

    private AssessmentSpec(
            Prompt prompt,
            ModelChoice choice,
            SpecDraft draft,
            StaticConcepts staticConcepts,
            AssessmentRules rules,
            List<String> conceptsToAsk) {
        this.prompt = prompt;
        this.choice = choice;
        this.draft = draft;
        this.staticConcepts = staticConcepts;
        this.rules = rules;
        this.conceptsToAsk = conceptsToAsk;
        this.opening = conceptsToAsk.isEmpty() ? List.of() : opening(rules.fullRubric());
        this.schema =
                rules.structuredOutput() && choice.format() == ResponseFormat.JSON
                        ? Optional.of(LabelSchema.of(conceptsToAsk))
                        : Optional.empty();
        this.generation =
                new Generation(
                        choice.temperature(), choice.effort(), OutputRoom.of(answerTokens()));
    }

    /** The same with a model being asked about some of these key concepts only. */
    public AssessmentSpec about(List<String> concepts) {
        return concepts.equals(conceptsToAsk)
                ? this
                : new AssessmentSpec(prompt, choice, draft, staticConcepts, rules, concepts);
    }

    /**
     * The request to assess a program in this way.
     *
     * @throws OverlongFieldException for a program that is longer than what can be worked on
     */
    public AssessmentRequest forProgram(String code) {
        return forProgram(code, Optional.empty());
    }

    /**
     * The request to assess a program in this way.
     *
     * @param callersKey the caller's own OpenAI key, for this request only
     * @throws OverlongFieldException for a program that is longer than what can be worked on
     */
    public AssessmentRequest forProgram(String code, Optional<String> callersKey) {
        return new AssessmentRequest(this, new Program(code), callersKey);
    }

    /** Which model is asked, and how. */
    public ModelChoice choice() {
        return choice;
    }

    /** The key concepts that need no model. */
    public StaticConcepts staticConcepts() {
        return staticConcepts;
    }

    /** From what confidence on a label needs no person. */
    public ReviewRule review() {
        return draft.review();
    }

    /** Makes a label's confidence mean what it says. */
    public Recalibration calibration() {
        return draft.calibration();
    }

    /** What the caller can store of each text. */
    public ColumnLimit limit() {
        return draft.limit();
    }

    public Rubric rubric() {
        return prompt.rubric();
    }

    /** The key concepts that a model is asked about, in the rubric's order. */
    public List<String> conceptsToAsk() {
        return conceptsToAsk;
    }

    AssessmentRules rules() {
        return rules;
    }

    Layout layout() {
        return draft.layout();
    }

    /** The conversation before the program; empty where there is nothing to ask. */
    List<Message> opening() {
        return opening;
    }

    /** The instructions alone, for models that get the rubric in another way. */
    Message instructions() {
        return prompt.task();
    }

    Optional<ResponseSchema> schema() {
        return schema;
    }

    Generation generation() {
        return generation;
    }

    private List<Message> opening(boolean fullRubric) {
        Prompt shown = fullRubric ? prompt : prompt.withRubric(rubric().only(conceptsToAsk));
        return draft.layout().plain() ? shown.opening() : shown.markedOpening();
    }

    /** Examples say how much an author wants to read; without any, a row's usual length counts. */
    private int answerTokens() {
        int longest =
                prompt.examples().stream()
                        .mapToInt(example -> example.response().length())
                        .max()
                        .orElse(0);
        int byExamples = TIMES_LONGEST_EXAMPLE * longest / CHARACTERS_PER_TOKEN;
        return Math.max(byExamples, TOKENS_BESIDE_ROWS + TOKENS_PER_ROW * conceptsToAsk.size());
    }

    @Override
    public String toString() {
        return "AssessmentSpec[%s]".formatted(choice);
    }
}
