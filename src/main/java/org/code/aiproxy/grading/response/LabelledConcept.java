package org.code.aiproxy.grading.response;

import org.code.aiproxy.grading.rubric.Label;

/**
 * What one completion says about one key concept.
 *
 * @param keyConcept the key concept's name, as the rubric has it
 * @param label the label it gets
 * @param observations what the model saw in the program
 * @param evidence where it saw it: one line of items such as {@code Line 3: Draws `rect(1, 2);`}
 * @param reason why it gave the label
 */
public record LabelledConcept(
        String keyConcept, Label label, String observations, String evidence, String reason) {

    /** The same with other evidence. */
    public LabelledConcept withEvidence(String other) {
        return new LabelledConcept(keyConcept, label, observations, other, reason);
    }
}
