package org.code.aiproxy.grading.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.Assessment.Echo;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.assessment.Assessment.Flag;
import org.code.aiproxy.grading.assessment.Assessment.Metadata;
import org.code.aiproxy.grading.assessment.Assessment.Responses;
import org.code.aiproxy.grading.assessment.Assessment.Votes;
import org.code.aiproxy.grading.evidence.GroundedEvidence;
import org.code.aiproxy.grading.evidence.Grounding;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.ModelChoice;
import org.code.aiproxy.grading.spec.ReviewRule;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.grading.voting.VoteShares;
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
    private final List<String> agents = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Votes> shownVotes = new LinkedHashMap<>();
    private final Map<String, Map<Label, Double>> probabilities = new LinkedHashMap<>();
    private final List<Interview.Result> interviews = new ArrayList<>();
    private final List<GroundedEvidence> grounded = new ArrayList<>();
    private final List<Usage> paid = new ArrayList<>();

    AssessmentBuilder(AssessmentRequest request) {
        this.request = request;
        this.flags = Flag.of(request.program());
    }

    /** A blank program shows no evidence of anything. */
    void blank() {
        for (String name : request.spec().rubric().names()) {
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

    /** What a model said took tokens, be it of use or not. */
    void paid(Usage tokens) {
        paid.add(tokens);
    }

    /**
     * @param agent who answers for the model
     * @param interview what it was asked and said, and the votes
     * @param grounding holds its evidence to the program
     */
    void fromModel(String agent, Interview.Result interview, Grounding grounding) {
        for (Vote vote : interview.votes()) {
            LabelledConcept row = vote.result();
            GroundedEvidence evidence = grounding.ground(row.evidence());
            rows.put(vote.keyConcept(), row.withEvidence(evidence.text()));
            grounded.add(evidence);
            shownVotes.put(vote.keyConcept(), Votes.of(vote));
            Map<Label, Double> likely =
                    interview
                            .probabilities()
                            .getOrDefault(vote.keyConcept(), VoteShares.of(vote.labels()));
            if (!likely.isEmpty()) {
                probabilities.put(vote.keyConcept(), likely);
            }
        }
        // Callers know the model's agent by the beginning.
        agents.addFirst(agent);
        messages.addAll(interview.asked());
        interviews.add(interview);
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
                        String.join(", ", agents),
                        interviews.stream().map(Interview.Result::model).findFirst(),
                        seconds,
                        STUDENT,
                        paid.stream().reduce(Usage.NONE, Usage::plus),
                        responses(),
                        shownVotes,
                        probabilities,
                        confidence(),
                        review(),
                        EvidenceCounts.of(grounded),
                        interviews.stream()
                                .flatMap(it -> it.everything().adjusted().stream())
                                .distinct()
                                .toList(),
                        flags,
                        echo),
                request.spec().rubric().names().stream()
                        .map(name -> AssessedConcept.of(row(name), request.spec().limit()))
                        .toList(),
                interviews.stream().flatMap(it -> it.everything().raw().stream()).toList());
    }

    private Map<String, Double> confidence() {
        Map<String, Double> all = new LinkedHashMap<>();
        probabilities.forEach((name, labels) -> all.put(name, labels.get(row(name).label())));
        return all;
    }

    /** Labels that no model gave are certain. */
    private Optional<Map<String, String>> review() {
        ReviewRule rule = request.spec().review();
        if (!rule.isGiven()) {
            return Optional.empty();
        }
        Map<String, Double> confidence = confidence();
        Map<String, String> needed = new LinkedHashMap<>();
        for (String name : shownVotes.keySet()) {
            Double known = confidence.get(name);
            if (known == null) {
                needed.put(name, "the model gives no confidence");
            } else if (!rule.trusts(name, known)) {
                needed.put(name, String.format(Locale.ROOT, "confidence %.2f", known));
            }
        }
        return Optional.of(needed);
    }

    private Responses responses() {
        return interviews.stream()
                .map(it -> Responses.of(request.spec().choice().responses(), it))
                .findFirst()
                .orElse(Responses.NONE);
    }

    private LabelledConcept row(String name) {
        return Optional.ofNullable(rows.get(name))
                .orElseThrow(() -> new IllegalStateException("no label for " + name));
    }
}
