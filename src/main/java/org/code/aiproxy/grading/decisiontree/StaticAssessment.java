package org.code.aiproxy.grading.decisiontree;

import java.util.List;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.rubric.Label;

/**
 * What a decision tree says about a program.
 *
 * @param observations a sentence with the counts that the tree looked at
 * @param evidence the places that the tree looked at, in the order of their lines
 */
public record StaticAssessment(Label label, String observations, List<Finding> evidence) {

    public StaticAssessment {
        evidence = List.copyOf(evidence);
    }
}
