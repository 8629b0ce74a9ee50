package org.code.aiproxy.grading.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.evidence.GroundedEvidence;
import org.code.aiproxy.grading.injection.InjectionDetector;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.response.Defect;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * The answer to a request.
 *
 * @param data one entry for each key concept, in the rubric's order
 * @param metadata how it came about
 * @param rawResponses what the model said, word for word; no part of the answer that callers get
 */
@JsonPropertyOrder({"metadata", "data"})
public record Assessment(
        Metadata metadata, List<AssessedConcept> data, @JsonIgnore List<RawResponse> rawResponses) {

    public Assessment {
        data = List.copyOf(data);
        rawResponses = List.copyOf(rawResponses);
    }

    /** The same, saying of each label whether a person has to look at it; the same without rule. */
    public Assessment withReviews() {
        return metadata.review().isEmpty()
                ? this
                : new Assessment(
                        metadata,
                        data.stream()
                                .map(row ->
                                        row.withReview(
                                                metadata.review()
                                                        .orElseThrow()
                                                        .containsKey(row.keyConcept())))
                                .toList(),
                        rawResponses);
    }

    /**
     * How an assessment came about.
     *
     * @param agent who labelled: {@code openai}, a vendor on Bedrock, a server's name, {@code
     *     offline}, or {@code static} where no model was needed
     * @param model the model that answered, if one was asked
     * @param time seconds from the request to the answer
     * @param studentId a fixed word: this service is not told who the student is
     * @param usage the tokens that were paid for
     * @param responses what became of the model's responses
     * @param votes the votes on each key concept that a model was asked about
     * @param probabilities of each label for each key concept, where the model gives some
     * @param confidence the probability of the label that was given, calibrated where the request
     *     says how
     * @param rawConfidence the same as the model says it, where the other is calibrated
     * @param review which labels a person has to look at, and why, where the request has a rule
     * @param path who was asked about each key concept of a cascade, in order
     * @param evidence what became of the model's evidence
     * @param evidenceModel who was asked for evidence of labels that another model decided
     * @param adjusted what was asked for, and done otherwise because the model doesn't take it
     * @param flags what a person should look at in the program
     * @param request what the model was asked, without any key
     */
    @JsonPropertyOrder({
        "agent",
        "model",
        "time",
        "student_id",
        "usage",
        "responses",
        "votes",
        "probabilities",
        "confidence",
        "confidence_raw",
        "review",
        "path",
        "evidence",
        "evidence_model",
        "adjusted",
        "flags",
        "request"
    })
    public record Metadata(
            String agent,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> model,
            double time,
            @JsonProperty("student_id") String studentId,
            Usage usage,
            Responses responses,
            Map<String, Votes> votes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    Map<String, Map<Label, Double>> probabilities,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> confidence,
            @JsonProperty("confidence_raw") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    Map<String, Double> rawConfidence,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, String>> review,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> path,
            EvidenceCounts evidence,
            @JsonProperty("evidence_model") @JsonInclude(JsonInclude.Include.NON_ABSENT)
                    Optional<EvidenceModel> evidenceModel,
            List<Adjustment> adjusted,
            List<Flag> flags,
            Echo request) {}

    /**
     * Something about a program that a person should look at.
     *
     * @param flag what it is
     * @param lines where, in the program as it was posted
     */
    public record Flag(String flag, List<Integer> lines) {

        private static final String POSSIBLE_PROMPT_INJECTION = "possible-prompt-injection";

        static List<Flag> of(Program program) {
            List<Integer> lines = InjectionDetector.suspiciousLines(program);
            return lines.isEmpty()
                    ? List.of()
                    : List.of(new Flag(POSSIBLE_PROMPT_INJECTION, lines));
        }
    }

    /**
     * What became of a model's evidence when it was looked up in the program.
     *
     * @param items places in the program that it named
     * @param corrected those that were on other lines than it said
     * @param unverified those whose code is not in the program
     */
    public record EvidenceCounts(int items, int corrected, int unverified) {

        static EvidenceCounts of(Collection<GroundedEvidence> grounded) {
            return new EvidenceCounts(
                    grounded.stream().mapToInt(GroundedEvidence::items).sum(),
                    grounded.stream().mapToInt(GroundedEvidence::corrected).sum(),
                    grounded.stream().mapToInt(GroundedEvidence::unverified).sum());
        }
    }

    /**
     * A model that was asked for evidence of labels that another decided.
     *
     * @param model its name
     * @param problem why there is no evidence of some of them; empty where there is nothing to say
     */
    public record EvidenceModel(
            String model, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> problem) {}

    /**
     * What became of a model's responses.
     *
     * @param requested how many were wanted
     * @param used how many can be used, so that they voted
     * @param invalid how many came and can't be used
     * @param repaired how many of those that can be used had to be repaired
     * @param reasked how often the model was asked again for what was missing
     * @param drafts how many of those that can be used hold other answers, which were left out:
     *     drafts, reasoning, quotations
     * @param ambiguous how many can't be used because it is uncertain which of their answers counts
     */
    public record Responses(
            int requested,
            int used,
            int invalid,
            int repaired,
            int reasked,
            int drafts,
            int ambiguous) {

        static final Responses NONE = new Responses(0, 0, 0, 0, 0, 0, 0);

        Responses plus(Responses more) {
            return new Responses(
                    requested + more.requested,
                    used + more.used,
                    invalid + more.invalid,
                    repaired + more.repaired,
                    reasked + more.reasked,
                    drafts + more.drafts,
                    ambiguous + more.ambiguous);
        }

        static Responses of(int requested, Interview.Result interview) {
            ModelAnswer all = interview.everything();
            return new Responses(
                    requested,
                    all.usable().size(),
                    all.unusable().size(),
                    (int) all.usable().stream().filter(Reading.Usable::repaired).count(),
                    interview.again().size(),
                    (int) all.usable().stream().filter(Reading.Usable::hasDrafts).count(),
                    (int)
                            all.unusable().stream()
                                    .filter(it -> it.defect() == Defect.AMBIGUOUS)
                                    .count());
        }
    }

    /**
     * The votes on one key concept.
     *
     * @param votes the labels, in the order in which the responses came
     * @param agreement the winner's share of the votes, over 0 up to 1
     */
    public record Votes(List<String> votes, double agreement) {

        static Votes of(Vote vote) {
            return new Votes(vote.labels().stream().map(Label::text).toList(), vote.agreement());
        }
    }

    /**
     * What the model was asked.
     *
     * @param model the model's name, with the provider's prefix
     * @param temperature how freely it was to sample
     * @param reasoningEffort how long it was to think, if the request said
     * @param n how many responses were wanted
     * @param messages the conversation; empty where no model was asked
     */
    @JsonPropertyOrder({"model", "temperature", "reasoning_effort", "n", "messages"})
    public record Echo(
            String model,
            double temperature,
            @JsonProperty("reasoning_effort") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    Optional<Effort> reasoningEffort,
            int n,
            List<Message> messages) {}
}
