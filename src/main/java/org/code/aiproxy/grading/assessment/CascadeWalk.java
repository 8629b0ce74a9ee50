package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.Locale;
import org.code.aiproxy.grading.evidence.Grounding;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.Cascade;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a cascade's models one after another, each about what those before aren't sure of. */
final class CascadeWalk {

    private static final Logger LOG = LoggerFactory.getLogger(CascadeWalk.class);

    /** What numbers lose in binary, and more. */
    private static final double ROUNDING = 1e-9;

    private final Cascade cascade;
    private final Ask ask;
    private final AssessmentBuilder answer;

    /** Asks a model about what a request's spec says, by a deadline. */
    @FunctionalInterface
    interface Ask {
        Interview.Result about(String model, AssessmentRequest request, Deadline deadline);
    }

    /** Says who answers for a model. */
    @FunctionalInterface
    interface Agents {
        String of(String model);
    }

    CascadeWalk(Cascade cascade, Ask ask, AssessmentBuilder answer) {
        this.cascade = cascade;
        this.ask = ask;
        this.answer = answer;
    }

    /**
     * Asks until every key concept has a label. A model that can't answer, or whose answer can't be
     * used, leaves all of its key concepts to the next.
     *
     * @throws ModelException when the last model can't be asked
     * @throws UnusableResponseException when nothing that the last model says can be used
     */
    void run(AssessmentRequest request, Deadline deadline, Agents agents) {
        List<String> open = request.spec().conceptsToAsk();
        for (int step = 0; step < cascade.models().size() && !open.isEmpty(); step++) {
            String model = cascade.models().get(step);
            boolean isLast = step == cascade.models().size() - 1;
            open.forEach(concept -> answer.asked(concept, model));
            try {
                Interview.Result result =
                        ask.about(
                                model,
                                request.about(open),
                                deadline.share(cascade.models().size() - step));
                List<String> unsure = isLast ? List.of() : unsure(result, step);
                answer.fromModel(
                        agents.of(model),
                        result.about(without(open, unsure)),
                        Grounding.in(request.program()));
                if (isLast && cascade.endsWithAPerson()) {
                    forAPerson(result, step);
                }
                open = unsure;
            } catch (ModelException e) {
                if (isLast || !e.failure().isWorthAnotherModel() || deadline.isOver()) {
                    throw e;
                }
                LOG.warn("Falling back to the cascade's next model: {}", e.summary());
            } catch (UnusableResponseException e) {
                if (isLast || deadline.isOver()) {
                    throw e;
                }
                LOG.warn(
                        "Falling back to the cascade's next model: no usable response of {}",
                        model);
            }
        }
    }

    private static List<String> without(List<String> concepts, List<String> others) {
        return concepts.stream().filter(it -> !others.contains(it)).toList();
    }

    private void forAPerson(Interview.Result result, int step) {
        List<String> unsure = unsure(result, step);
        result.votes().stream()
                .filter(vote -> unsure.contains(vote.keyConcept()))
                .forEach(vote ->
                        answer.forAPerson(
                                vote.keyConcept(),
                                String.format(
                                        Locale.ROOT,
                                        "confidence %.2f, under %.2f",
                                        result.confidence(vote),
                                        cascade.thresholds().get(step))));
    }

    /** The key concepts on which the model isn't sure enough of the winner. */
    private List<String> unsure(Interview.Result result, int step) {
        double threshold = cascade.thresholds().get(step);
        return result.votes().stream()
                .filter(vote -> result.confidence(vote) < threshold - ROUNDING)
                .map(Vote::keyConcept)
                .toList();
    }
}
