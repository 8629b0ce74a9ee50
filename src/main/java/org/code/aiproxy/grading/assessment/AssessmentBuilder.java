package org.code.aiproxy.grading.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.assessment.Assessment.Echo;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceModel;
import org.code.aiproxy.grading.assessment.Assessment.Flag;
import org.code.aiproxy.grading.assessment.Assessment.Metadata;
import org.code.aiproxy.grading.assessment.Assessment.Responses;
import org.code.aiproxy.grading.assessment.Assessment.Votes;
import org.code.aiproxy.grading.evidence.GroundedEvidence;
import org.code.aiproxy.grading.evidence.Grounding;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.Cascade;
import org.code.aiproxy.grading.spec.ModelChoice;
import org.code.aiproxy.grading.spec.ReviewRule;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.catalogue.Usage;

/** Collects what answers a request, and who answered, from the moment the work begins. */
final class AssessmentBuilder {

    private static final String STUDENT = "student";
    private static final String NO_MODEL = "static";
    private static final String DECISION_TREES = "code feature extractor";
    private static final String BLANK = "The program is blank.";

    private final long start = System.nanoTime();
    private final AssessmentRequest request;
    private final List<Flag> flags;
    private final Map<String, LabelledConcept> rows = new HashMap<>();
    private final List<String> modelAgents = new ArrayList<>();
    private final List<String> otherAgents = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Votes> shownVotes = new LinkedHashMap<>();
    private final Map<String, Map<Label, Double>> probabilities = new LinkedHashMap<>();
    private final List<Interview.Result> interviews = new ArrayList<>();
    private final Map<String, GroundedEvidence> grounded = new LinkedHashMap<>();
    private final Map<String, List<String>> path = new LinkedHashMap<>();
    private final Map<String, String> forAPerson = new LinkedHashMap<>();
    private final List<Usage> paid = new ArrayList<>();
    private final List<Adjustment> adjusted = new ArrayList<>();
    private final List<EvidenceModel> evidenceModels = new ArrayList<>();

    AssessmentBuilder(AssessmentRequest request) {
        this.request = request;
        this.flags = Flag.of(request.program());
    }

    /** A blank program shows no evidence of anything. */
    void blank() {
        for (String name : request.spec().rubric().names()) {
            rows.put(name, new LabelledConcept(name, Label.NO, BLANK, "", BLANK));
        }
        otherAgents.add(NO_MODEL);
    }

    void fromDecisionTrees(List<LabelledConcept> labels) {
        labels.forEach(label -> rows.put(label.keyConcept(), label));
        if (request.spec().choice().cascade().isPresent()) {
            labels.forEach(label -> asked(label.keyConcept(), DECISION_TREES));
        }
        if (!labels.isEmpty()) {
            otherAgents.add(DECISION_TREES);
        }
    }

    /**
     * Says who was asked about a key concept, in order.
     *
     * @param who a model's name, or who else labels
     */
    void asked(String concept, String who) {
        path.computeIfAbsent(concept, _ -> new ArrayList<>()).add(who);
    }

    /** Says that no model is sure enough of a label. */
    void forAPerson(String concept, String why) {
        asked(concept, Cascade.PERSON);
        forAPerson.put(concept, why);
    }

    /** What a model said took tokens, be it of use or not. */
    void paid(Usage tokens) {
        paid.add(tokens);
    }

    /**
     * @param agent who answers for the model
     * @param interview what it was asked and said, and the votes
     * @param grounding checks its evidence against the program
     */
    void fromModel(String agent, Interview.Result interview, Grounding grounding) {
        for (Vote vote : interview.votes()) {
            LabelledConcept row = vote.result();
            GroundedEvidence evidence = grounding.ground(row.evidence());
            rows.put(vote.keyConcept(), row.withEvidence(evidence.text()));
            grounded.put(vote.keyConcept(), evidence);
            shownVotes.put(vote.keyConcept(), Votes.of(vote));
            Map<Label, Double> likely = interview.probabilities(vote);
            if (!likely.isEmpty()) {
                probabilities.put(vote.keyConcept(), likely);
            }
        }
        if (!modelAgents.contains(agent)) {
            modelAgents.add(agent);
        }
        messages.addAll(interview.asked());
        interviews.add(interview);
        adjusted.addAll(interview.everything().adjusted());
    }

    /** The labels that some models gave, by key concept. */
    SequencedMap<String, Label> labelsOf(Predicate<String> models) {
        SequencedMap<String, Label> labels = new LinkedHashMap<>();
        interviews.stream()
                .filter(it -> models.test(it.model()))
                .flatMap(it -> it.votes().stream())
                .forEach(vote -> labels.put(vote.keyConcept(), vote.winner()));
        return labels;
    }

    /**
     * Adds what a model pointed at for labels that another gave; where it pointed at nothing, what
     * was there stays.
     *
     * @param grounding checks it against the program
     */
    void fromEvidenceModel(EvidenceInterview.Result interview, Grounding grounding) {
        interview
                .evidence()
                .forEach((name, text) -> {
                    GroundedEvidence evidence = grounding.ground(text);
                    if (!evidence.text().isEmpty()) {
                        rows.put(name, row(name).withEvidence(evidence.text()));
                        grounded.put(name, evidence);
                    }
                });
        paid(interview.usage());
        messages.addAll(interview.asked());
        adjusted.addAll(interview.adjusted());
        evidenceModels.add(interview.outcome());
    }

    /**
     * @throws IllegalStateException when a key concept of the rubric has no label, which must never
     *     leave this service
     */
    Assessment build() {
        ModelChoice choice = request.spec().choice();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        Echo echo =
                new Echo(
                        String.join(",", choice.models()),
                        choice.temperature(),
                        choice.effort(),
                        choice.responses(),
                        messages);
        return new Assessment(
                new Metadata(
                        agents(),
                        model(),
                        seconds,
                        STUDENT,
                        paid.stream().reduce(Usage.NONE, Usage::plus),
                        responses(),
                        shownVotes,
                        probabilities,
                        calibrated(),
                        request.spec().calibration().equals(Recalibration.NONE)
                                ? Map.of()
                                : confidence(),
                        review(),
                        path,
                        EvidenceCounts.of(grounded.values()),
                        evidenceModels.stream().findFirst(),
                        adjusted.stream().distinct().toList(),
                        flags,
                        echo),
                request.spec().rubric().names().stream()
                        .map(name -> AssessedConcept.of(row(name), request.spec().limit()))
                        .toList(),
                interviews.stream().flatMap(it -> it.everything().raw().stream()).toList());
    }

    /** Callers know the model's agent by the beginning. */
    private String agents() {
        return Stream.concat(modelAgents.stream(), otherAgents.stream())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Double> calibrated() {
        Recalibration calibration = request.spec().calibration();
        Map<String, Double> all = new LinkedHashMap<>();
        probabilities.forEach(
                (name, labels) -> all.put(name, calibration.confidence(labels, row(name).label())));
        return all;
    }

    /** By the model's own account: thresholds are found and compared with it. */
    private Map<String, Double> confidence() {
        Map<String, Double> all = new LinkedHashMap<>();
        probabilities.forEach((name, labels) -> all.put(name, labels.get(row(name).label())));
        return all;
    }

    /** Labels that no model gave are certain. */
    private Optional<Map<String, String>> review() {
        ReviewRule rule = request.spec().review();
        if (!rule.isGiven()) {
            return request.spec().choice().cascade().filter(Cascade::endsWithAPerson).isPresent()
                    ? Optional.of(forAPerson)
                    : Optional.empty();
        }
        Map<String, Double> confidence = confidence();
        Map<String, String> needed = new LinkedHashMap<>(forAPerson);
        for (String name : shownVotes.keySet()) {
            Double known = confidence.get(name);
            if (known == null) {
                needed.putIfAbsent(name, "the model gives no confidence");
            } else if (!rule.trusts(name, known)) {
                needed.putIfAbsent(name, String.format(Locale.ROOT, "confidence %.2f", known));
            }
        }
        return Optional.of(needed);
    }

    /** Of a cascade all that answered. */
    private Optional<String> model() {
        return Optional.of(
                        interviews.stream()
                                .map(Interview.Result::model)
                                .distinct()
                                .collect(Collectors.joining(",")))
                .filter(names -> !names.isEmpty());
    }

    private Responses responses() {
        return interviews.stream()
                .map(it -> Responses.of(request.spec().choice().responses(), it))
                .reduce(Responses.NONE, Responses::plus);
    }

    private LabelledConcept row(String name) {
        return Optional.ofNullable(rows.get(name))
                .orElseThrow(() -> new IllegalStateException("no label for " + name));
    }
}
