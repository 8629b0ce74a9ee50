package org.code.aiproxy.rubrictester.report.html;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.RawResponse;

/**
 * A student as the page's script reads it. Labels are numbers, 0 for No up to 3 for Extensive.
 *
 * @param name the student's
 * @param status what became of the program
 * @param note why there are no labels, or that they come from an earlier run
 * @param code the program
 * @param facts who labelled, latency, tokens, cost and responses
 * @param seconds for sorting
 * @param usd for sorting; empty where unknown
 * @param concepts one for each key concept of the rubric, in order; none without labels
 * @param responses what the model said
 */
record StudentEntry(
        String name,
        Status status,
        String note,
        String code,
        List<Fact> facts,
        double seconds,
        Optional<BigDecimal> usd,
        List<ConceptEntry> concepts,
        List<RawResponse> responses) {

    /** What became of a program. */
    enum Status {
        GRADED,
        FAILED,
        NOT_RUN
    }

    /** Something known of a student, with its name. */
    record Fact(String name, String value) {}

    /**
     * One key concept.
     *
     * @param people people's label; empty where there is none
     * @param ai the AI's; empty where it gave none
     * @param error as {@link Comparison#error()} has it; empty where there is nothing to compare
     * @param votes the label of each response
     * @param split whether the votes differ on the report's scale
     * @param reason why the label was given
     * @param observations what was seen
     * @param evidence word for word
     * @param items the places that the evidence points at
     */
    record ConceptEntry(
            Optional<Integer> people,
            Optional<Integer> ai,
            Optional<Integer> error,
            List<Integer> votes,
            boolean split,
            String reason,
            String observations,
            String evidence,
            List<PlacedItem> items) {}
}
