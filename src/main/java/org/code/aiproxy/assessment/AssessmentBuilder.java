package org.code.aiproxy.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.assessment.Assessment.Echo;
import org.code.aiproxy.assessment.Assessment.Metadata;
import org.code.aiproxy.completion.LabelledConcept;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.rubric.Label;

/** Collects what answers a request, and who answered, from the moment the work begins. */
final class AssessmentBuilder {

    private static final String STUDENT = "student";
    private static final String NO_MODEL = "static";
    private static final String DECISION_TREES = "code feature extractor";
    private static final String BLANK = "The program is blank.";

    private final long start = System.nanoTime();
    private final AssessmentRequest request;
    private final Map<String, LabelledConcept> rows = new HashMap<>();
    private final List<String> agents = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Usage> paid = new ArrayList<>();

    AssessmentBuilder(AssessmentRequest request) {
        this.request = request;
    }

    /** A blank program shows no evidence of anything. */
    void blank() {
        for (String name : request.rubric().names()) {
            rows.put(name, new LabelledConcept(name, Label.NO, BLANK, "", BLANK));
        }
        agents.add(NO_MODEL);
    }

    void fromDecisionTrees(List<LabelledConcept> labels) {
        labels.forEach(label -> rows.put(label.keyConcept(), label));
        if (!labels.isEmpty()) {
            agents.add(DECISION_TREES);
        }
    }

    /**
     * @param agent who answers for the model
     * @param asked what it was asked
     * @param usage the tokens that it took
     */
    void fromModel(String agent, List<Message> asked, Usage usage, List<LabelledConcept> labels) {
        labels.forEach(label -> rows.put(label.keyConcept(), label));
        // Callers know the model's agent by the beginning.
        agents.addFirst(agent);
        messages.addAll(asked);
        paid.add(usage);
    }

    /**
     * @throws IllegalStateException when a key concept of the rubric has no label, which must never
     *     leave this service
     */
    Assessment build() {
        ModelChoice choice = request.choice();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        Usage usage = paid.stream().reduce(Usage.NONE, Usage::plus);
        Echo echo = new Echo(choice.model(), choice.temperature(), choice.responses(), messages);
        return new Assessment(
                new Metadata(String.join(", ", agents), seconds, STUDENT, usage, echo),
                request.rubric().names().stream().map(this::row).map(AssessedConcept::of).toList());
    }

    private LabelledConcept row(String name) {
        return Optional.ofNullable(rows.get(name))
                .orElseThrow(() -> new IllegalStateException("no label for " + name));
    }
}
