package org.code.aiproxy.grading.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.Defect;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.grading.rubric.KeyConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.decision.Answer;
import org.code.aiproxy.model.decision.DecisionClient;
import org.code.aiproxy.model.decision.DecisionRequest;
import org.code.aiproxy.model.decision.DecisionResponse;
import org.code.aiproxy.model.decision.Question;

/**
 * Asks a model that decides for the label of each key concept, all in one call: a key concept is a
 * question, and the rubric's cells are its levels.
 */
final class DecisionInterview {

    /** Worst first, as scales go. */
    private static final List<Label> LEVELS =
            Stream.of(Label.values()).sorted(Comparator.reverseOrder()).toList();

    private final DecisionClient client;
    private final AssessmentRequest request;
    private final ModelRequest question;
    private final StaticLabels staticLabels;
    private final Consumer<ModelAnswer> heard;

    /**
     * @param question what a model that writes would be asked
     * @param staticLabels points at places in the program where it can
     * @param heard told of the answer, which was paid for whatever it is
     */
    DecisionInterview(
            DecisionClient client,
            AssessmentRequest request,
            ModelRequest question,
            StaticLabels staticLabels,
            Consumer<ModelAnswer> heard) {
        this.client = client;
        this.request = request;
        this.question = question;
        this.staticLabels = staticLabels;
        this.heard = heard;
    }

    /**
     * Asks.
     *
     * @throws ModelException when the model can't be asked
     * @throws UnusableResponseException when it has no decision about a key concept
     */
    Interview.Result run() {
        List<KeyConcept> concepts =
                request.spec().rubric().keyConcepts().stream()
                        .filter(it -> request.spec().conceptsToAsk().contains(it.name()))
                        .toList();
        List<Message> messages = request.decisionMessages();
        DecisionResponse response =
                client.decide(
                        new DecisionRequest(
                                question.model(),
                                messages,
                                concepts.stream().map(DecisionInterview::question).toList(),
                                question.callersKey(),
                                question.deadline()));
        ModelAnswer answer = read(response, concepts);
        heard.accept(answer);
        if (!answer.unusable().isEmpty()) {
            throw new UnusableResponseException(answer);
        }
        return new Interview.Result(
                question.model(),
                messages,
                answer,
                List.of(),
                answer.votes(request.spec().conceptsToAsk()),
                probabilities(response, concepts));
    }

    private static Question question(KeyConcept concept) {
        return new Question(
                concept.name(),
                "Key concept: %s. Which level of evidence of it does the student's program show?"
                        .formatted(concept.name()),
                LEVELS.stream()
                        .map(label ->
                                new Question.Level(
                                        label.text(), concept.description(label).orElse("")))
                        .toList());
    }

    private ModelAnswer read(DecisionResponse response, List<KeyConcept> concepts) {
        List<LabelledConcept> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        Map<String, String> evidence = staticLabels.evidence(request);
        for (int i = 0; i < concepts.size(); i++) {
            KeyConcept concept = concepts.get(i);
            switch (response.answers().get(i)) {
                case Answer.Distribution it -> {
                    LabelledConcept row = row(concept, it, evidence);
                    rows.add(row);
                    said.add("%s: %s".formatted(concept.name(), row.observations()));
                }
                case Answer.None none -> {
                    undecided.add("%s (%s)".formatted(concept.name(), none.reason()));
                    said.add("%s: %s".formatted(concept.name(), none.reason()));
                }
            }
        }
        Reading reading =
                undecided.isEmpty()
                        ? new Reading.Usable(rows, false, false)
                        : new Reading.Unusable(
                                Defect.FORMAT,
                                "it has no decision about " + String.join(", ", undecided),
                                false,
                                rows);
        return new ModelAnswer(
                List.of(new Completion(String.join("\n", said), FinishReason.STOP)),
                List.of(reading),
                response.usage(),
                adjusted());
    }

    private static LabelledConcept row(
            KeyConcept concept, Answer.Distribution decision, Map<String, String> evidence) {
        Label label = LEVELS.get(decision.mostProbable());
        return new LabelledConcept(
                concept.name(),
                label,
                inWords(decision),
                evidence.getOrDefault(concept.name(), ""),
                concept.description(label).orElse(""));
    }

    /** Best first, as people read labels. */
    private static String inWords(Answer.Distribution decision) {
        return Stream.of(Label.values())
                .map(label ->
                        String.format(
                                Locale.ROOT,
                                "%s %.0f %%",
                                label.text(),
                                100 * decision.probabilities().get(LEVELS.indexOf(label))))
                .collect(Collectors.joining(", ", "Probabilities: ", "."));
    }

    private List<Adjustment> adjusted() {
        return question.responses() == 1
                ? List.of()
                : List.of(new Adjustment(Parameter.N, "1", "a decision model answers once"));
    }

    private static SequencedMap<String, SequencedMap<Label, Double>> probabilities(
            DecisionResponse response, List<KeyConcept> concepts) {
        SequencedMap<String, SequencedMap<Label, Double>> all = new LinkedHashMap<>();
        for (int i = 0; i < concepts.size(); i++) {
            if (response.answers().get(i) instanceof Answer.Distribution decision) {
                SequencedMap<Label, Double> byLabel = new LinkedHashMap<>();
                for (Label label : Label.values()) {
                    byLabel.put(label, decision.probabilities().get(LEVELS.indexOf(label)));
                }
                all.put(concepts.get(i).name(), byLabel);
            }
        }
        return all;
    }
}
