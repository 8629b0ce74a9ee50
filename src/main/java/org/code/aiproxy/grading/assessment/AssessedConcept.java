package org.code.aiproxy.grading.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.spec.ColumnLimit;

/**
 * One key concept in the answer, under the names that callers know.
 *
 * @param keyConcept the key concept's name, as the rubric has it
 * @param label one of the four, as text
 * @param observations what was seen in the program
 * @param evidence where it was seen, on one line
 * @param reason why the label was given
 * @param review whether a person has to look at the label, where the caller asked for typed fields
 */
@JsonPropertyOrder({"Key Concept", "Label", "Observations", "Evidence", "Reason", "Review"})
public record AssessedConcept(
        @JsonProperty("Key Concept") String keyConcept,
        @JsonProperty("Label") String label,
        @JsonProperty("Observations") String observations,
        @JsonProperty("Evidence") String evidence,
        @JsonProperty("Reason") String reason,
        @JsonProperty("Review") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                Optional<Boolean> review) {

    /** The same, saying whether a person has to look at the label. */
    AssessedConcept withReview(boolean isNeeded) {
        return new AssessedConcept(
                keyConcept, label, observations, evidence, reason, Optional.of(isNeeded));
    }

    /**
     * @param limit what the caller can store of each text
     */
    static AssessedConcept of(LabelledConcept row, ColumnLimit limit) {
        return new AssessedConcept(
                row.keyConcept(),
                row.label().text(),
                limit.prose(row.observations()),
                limit.evidence(row.evidence()),
                limit.prose(row.reason()),
                Optional.empty());
    }
}
