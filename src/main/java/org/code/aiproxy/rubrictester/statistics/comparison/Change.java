package org.code.aiproxy.rubrictester.statistics.comparison;

/** What became of a rating, or of a student's, when another AI labelled it. */
public enum Change {
    IMPROVED,
    WORSENED,
    UNCHANGED;

    /** From how much was right before to how much is after. */
    static Change between(int rightBefore, int rightAfter) {
        return switch (Integer.signum(rightAfter - rightBefore)) {
            case 1 -> IMPROVED;
            case -1 -> WORSENED;
            default -> UNCHANGED;
        };
    }
}
