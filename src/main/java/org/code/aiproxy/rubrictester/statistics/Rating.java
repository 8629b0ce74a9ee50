package org.code.aiproxy.rubrictester.statistics;

import org.code.aiproxy.grading.rubric.Label;

/**
 * One key concept of one student's program, labelled by people and by an AI.
 *
 * @param student names the student; all ratings of one student go together
 * @param keyConcept the rubric's name of it
 * @param people the label that people gave
 * @param ai the label that the AI gave
 */
public record Rating(String student, String keyConcept, Label people, Label ai) {

    /** Whether the AI's label is people's, as far as the scale tells labels apart. */
    public boolean isRight(Scale scale) {
        return scale.number(people) == scale.number(ai);
    }

    /** How many levels of the scale lie between the AI's label and people's. */
    public int distance(Scale scale) {
        return Math.abs(scale.number(people) - scale.number(ai));
    }
}
