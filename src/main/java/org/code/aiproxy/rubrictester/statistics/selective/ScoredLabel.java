package org.code.aiproxy.rubrictester.statistics.selective;

/**
 * A label with how sure the AI was of it, and whether people agree.
 *
 * @param student names the student; all labels of one student go together
 * @param keyConcept the rubric's name of it
 * @param confidence how probable the label is by the AI's own account, 0 to 1
 * @param isRight whether people gave the same label
 */
public record ScoredLabel(String student, String keyConcept, double confidence, boolean isRight) {

    public ScoredLabel {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("No confidence: " + confidence);
        }
    }
}
