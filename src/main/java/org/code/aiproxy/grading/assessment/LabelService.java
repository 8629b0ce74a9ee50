package org.code.aiproxy.grading.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.evidence.Grounding;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.AssessmentRules;
import org.code.aiproxy.grading.spec.Cascade;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.decision.DecisionClient;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.processor.ProcessorQueue;

/**
 * Labels a program: by decision trees what they can answer; for the rest, asks a model, reads what
 * it says, checks it against the rubric, and lets its responses vote.
 */
public class LabelService {

    private final ModelRouter models;
    private final Fallback fallback;
    private final StaticLabels staticLabels;
    private final AssessmentRules rules;
    private final TimeBudget budget;
    private final ProcessorQueue processors;
    private final AssessmentMeters meters;

    /**
     * @param assessor assesses what needs no model
     * @param budget the time that one assessment may take
     * @param meters told of each assessment
     */
    public LabelService(
            ModelRouter models,
            Fallback fallback,
            StaticAssessor assessor,
            AssessmentRules rules,
            TimeBudget budget,
            ProcessorQueue processors,
            MeterRegistry meters) {
        this.models = models;
        this.fallback = fallback;
        this.staticLabels = new StaticLabels(assessor);
        this.rules = rules;
        this.budget = budget;
        this.processors = processors;
        this.meters = new AssessmentMeters(meters);
    }

    /**
     * Assesses one program; blocks until the model has answered.
     *
     * @throws ModelException when a model can't or may not be asked, or gives no answer
     * @throws UnusableResponseException when nothing that it says can be used
     */
    public Assessment assess(AssessmentRequest request) {
        AssessmentBuilder answer = new AssessmentBuilder(request);
        request.spec().choice().models().forEach(models::clientToAsk);
        request.spec().choice().evidenceModel().ifPresent(this::requireWriter);
        if (request.programToGrade().isBlank()) {
            answer.blank();
        } else {
            answer.fromDecisionTrees(staticLabels.of(request));
            question(request)
                    .ifPresent(question -> {
                        label(question, request, answer);
                        request.spec()
                                .choice()
                                .evidenceModel()
                                .ifPresent(model ->
                                        point(model, question.deadline(), request, answer));
                    });
        }
        Assessment assessment = answer.build();
        meters.assessed(assessment);
        return assessment;
    }

    /** What a model would be asked; empty where none is needed. */
    public Optional<ModelRequest> question(AssessmentRequest request) {
        boolean isNeeded =
                !request.programToGrade().isBlank() && !request.spec().conceptsToAsk().isEmpty();
        return isNeeded ? Optional.of(request.modelRequest(budget.begin())) : Optional.empty();
    }

    /** Before anything is paid for. */
    private void requireWriter(String model) {
        try {
            if (!(models.clientToAsk(model) instanceof DecisionClient)) {
                return;
            }
        } catch (ModelException.UnknownModel e) {
            throw new InvalidFieldException(
                    AssessmentField.EVIDENCE_MODEL.text(), String.valueOf(e.getMessage()));
        }
        throw new InvalidFieldException(
                AssessmentField.EVIDENCE_MODEL.text(),
                "must be a model that writes text; models that decide write none.");
    }

    private void label(ModelRequest question, AssessmentRequest request, AssessmentBuilder answer) {
        request.spec()
                .choice()
                .cascade()
                .ifPresentOrElse(
                        cascade -> walk(cascade, question, request, answer),
                        () -> ask(question, request, answer));
    }

    /** Has a model point at places in the program for labels that were decided. */
    private void point(
            String model, Deadline deadline, AssessmentRequest request, AssessmentBuilder answer) {
        SequencedMap<String, Label> labels =
                answer.labelsOf(it -> models.clientFor(it) instanceof DecisionClient);
        if (!labels.isEmpty()) {
            EvidenceInterview interview =
                    new EvidenceInterview(
                            models.clientFor(model),
                            request,
                            request.evidenceRequest(model, labels, deadline),
                            processors,
                            labels);
            answer.fromEvidenceModel(interview.run(), Grounding.in(request.program()));
        }
    }

    private void ask(ModelRequest question, AssessmentRequest request, AssessmentBuilder answer) {
        Interview.Result result =
                fallback.firstAnswer(
                        request.spec().choice().models(),
                        question.deadline(),
                        (model, deadline) ->
                                interview(question.to(model, deadline), request, answer));
        answer.fromModel(
                models.clientFor(result.model()).agent(result.model()),
                result,
                Grounding.in(request.program()));
    }

    private void walk(
            Cascade cascade,
            ModelRequest question,
            AssessmentRequest request,
            AssessmentBuilder answer) {
        CascadeWalk.Ask ask =
                (model, some, deadline) ->
                        interview(some.modelRequest(deadline).to(model, deadline), some, answer);
        new CascadeWalk(cascade, ask, answer)
                .run(request, question.deadline(), model -> models.clientFor(model).agent(model));
    }

    private Interview.Result interview(
            ModelRequest question, AssessmentRequest request, AssessmentBuilder answer) {
        ModelClient client = models.clientFor(question.model());
        Consumer<ModelAnswer> heard =
                it -> {
                    meters.unusable(it.unusable());
                    answer.paid(it.usage());
                };
        return client instanceof DecisionClient decisions
                ? new DecisionInterview(decisions, request, question, staticLabels, heard).run()
                : new Interview(client, request, question, processors, heard).run(rules.reask());
    }
}
