package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.List;
import org.code.aiproxy.grading.rubric.Label;

/**
 * One key concept of one student's program, labelled by several people and by an AI.
 *
 * @param student names the student; all judgements of one student go together
 * @param keyConcept the rubric's name of it
 * @param people the labels that people gave, each another person's
 * @param ai the label that the AI gave
 */
public record Judgement(String student, String keyConcept, List<Label> people, Label ai) {

    public Judgement {
        people = List.copyOf(people);
    }

    /** Whether people can agree on it. */
    boolean isShared() {
        return people.size() > 1;
    }
}
