package org.code.aiproxy.rubrictester.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.assessment.Assessment.Responses;
import org.code.aiproxy.grading.assessment.RawResponse;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.VoteShares;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What the service answered about one program.
 *
 * @param agent who labelled, such as {@code openai}
 * @param seconds how long it took
 * @param usage the tokens that were paid for
 * @param responses what became of the model's responses
 * @param evidence what became of the model's evidence; zeros in entries of the earlier tool
 * @param adjusted what was done otherwise than the parameters ask, because the model doesn't take
 *     it
 * @param concepts one entry for each key concept, in the rubric's order
 * @param rawResponses what the model said, word for word; none in entries of the earlier tool
 */
public record GradedProgram(
        String agent,
        double seconds,
        Usage usage,
        Responses responses,
        EvidenceCounts evidence,
        List<Adjustment> adjusted,
        List<GradedConcept> concepts,
        List<RawResponse> rawResponses) {

    public GradedProgram {
        adjusted = List.copyOf(adjusted);
        concepts = List.copyOf(concepts);
        rawResponses = List.copyOf(rawResponses);
    }

    /**
     * One key concept.
     *
     * @param keyConcept its name
     * @param label the AI's label
     * @param observations what was seen in the program
     * @param evidence where it was seen, in the form that the teacher's page reads
     * @param reason why the label was given
     * @param votes the labels of all responses in their order; none where no model was asked
     * @param probabilities how probable the model says that each label is; nothing of models that
     *     write
     */
    public record GradedConcept(
            String keyConcept,
            Label label,
            String observations,
            String evidence,
            String reason,
            List<Label> votes,
            Map<Label, Double> probabilities) {

        public GradedConcept {
            votes = List.copyOf(votes);
            probabilities = Map.copyOf(probabilities);
        }

        /**
         * How probable each label is: as the model says, or by the share of several votes after
         * Laplace's rule of succession. Empty where a single response says nothing of it.
         */
        public Map<Label, Double> likelihood() {
            return probabilities.containsKey(label) ? probabilities : VoteShares.of(votes);
        }

        /** Whether several responses voted, and all for the same label. */
        public boolean isUnanimous() {
            return votes.size() > 1 && votes.stream().distinct().count() == 1;
        }
    }

    /** What was said of a key concept, if anything. */
    public Optional<GradedConcept> concept(String name) {
        return concepts.stream().filter(it -> it.keyConcept().equals(name)).findFirst();
    }
}
