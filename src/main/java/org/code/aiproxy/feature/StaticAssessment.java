package org.code.aiproxy.feature;

import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.rubric.Label;

/**
 * What a decision tree says about a program.
 *
 * @param observations a sentence with the counts that the tree looked at
 * @param evidence the places that the tree looked at, in the order of their lines
 */
public record StaticAssessment(Label label, String observations, List<EvidenceItem> evidence) {

    public StaticAssessment {
        evidence = List.copyOf(evidence);
    }

    /** The evidence as the teacher's page reads it; empty if there is none. */
    public String evidenceText() {
        return evidence.stream().map(EvidenceItem::text).collect(Collectors.joining(" "));
    }
}
