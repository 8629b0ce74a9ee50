package org.code.aiproxy.grading.spec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.response.CompletionReader;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;

/**
 * Reads and checks what is wanted of assessments, once for all programs of a lesson: what was read
 * lately is kept.
 */
public final class AssessmentSpecs {

    private static final int MOST_KEY_CONCEPTS = 100;
    private static final int MOST_EXAMPLES =
            ((FieldKind.Pairs) AssessmentField.EXAMPLES.kind()).most();

    /** Characters of all texts that are kept: hundreds of lessons, in a few MB. */
    private static final long MOST_KEPT = 4_000_000;

    /** What a lesson takes beside its text, in characters. */
    private static final int BESIDE_TEXT = 2000;

    private static final Duration KEPT = Duration.ofMinutes(30);

    private final ModelRouter models;
    private final StaticConceptsReader staticConcepts;
    private final AssessmentRules rules;
    private final Cache<SpecDraft, AssessmentSpec> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_KEPT)
                    .<SpecDraft, AssessmentSpec>weigher(
                            (draft, _) -> BESIDE_TEXT + 2 * draft.text().length())
                    .expireAfterAccess(KEPT)
                    .executor(Runnable::run)
                    .build();

    /**
     * @param models say which model a request that names none goes to
     * @param assessor says which key concepts need no model
     * @param rules what is the same for all assessments
     */
    public AssessmentSpecs(ModelRouter models, StaticAssessor assessor, AssessmentRules rules) {
        this.models = models;
        this.staticConcepts = new StaticConceptsReader(assessor);
        this.rules = rules;
    }

    /**
     * The request to assess a program that was posted.
     *
     * @throws InvalidFieldException for the first field that is missing or can't be used
     */
    public AssessmentRequest request(Submission submission) {
        return of(submission.spec()).forProgram(submission.code(), submission.callersKey());
    }

    /**
     * Reads a draft.
     *
     * @throws InvalidFieldException for the first field that is missing or can't be used
     * @throws ModelException.Unsupported when the service's own choice of models can't be used
     */
    public AssessmentSpec of(SpecDraft draft) {
        return kept.get(draft, this::read);
    }

    private AssessmentSpec read(SpecDraft draft) {
        LessonText text = draft.text();
        if (text.prompt().isBlank()) {
            throw AssessmentField.PROMPT.isMissing();
        }
        Rubric rubric = rubric(text.rubric());
        requireExamples(text.examples(), rubric, draft.choice().format());
        return new AssessmentSpec(
                new Prompt(text.prompt(), rubric, text.examples()),
                choice(draft.choice()),
                draft,
                staticConcepts.read(draft.staticConcepts(), rubric),
                rules);
    }

    private ModelChoice choice(ModelChoice choice) {
        return choice.models().isEmpty()
                ? choice.of(ModelNames.parse(models.defaultModel()))
                : choice;
    }

    private static Rubric rubric(String csv) {
        if (csv.isBlank()) {
            throw AssessmentField.RUBRIC.isMissing();
        }
        try {
            Rubric rubric = Rubric.parse(csv);
            if (rubric.keyConcepts().size() > MOST_KEY_CONCEPTS) {
                throw new InvalidFieldException(
                        AssessmentField.RUBRIC.text(),
                        "must have at most %d rows.".formatted(MOST_KEY_CONCEPTS));
            }
            return rubric;
        } catch (InvalidRubricException e) {
            throw new InvalidFieldException(AssessmentField.RUBRIC.text(), e.getMessage() + ".");
        }
    }

    private static void requireExamples(
            List<Example> examples, Rubric rubric, ResponseFormat format) {
        if (examples.size() > MOST_EXAMPLES) {
            throw AssessmentField.EXAMPLES.mustBe("at most %d pairs".formatted(MOST_EXAMPLES));
        }
        CompletionReader reader = new CompletionReader(rubric, rubric.names(), "");
        for (int i = 0; i < examples.size(); i++) {
            if (!reader.coversKeyConcepts(examples.get(i).response())) {
                throw new InvalidFieldException(
                        AssessmentField.EXAMPLES.text(),
                        "must respond as the model should: response %d is not %s with exactly the rubric's key concepts."
                                .formatted(i + 1, format));
            }
        }
    }
}
