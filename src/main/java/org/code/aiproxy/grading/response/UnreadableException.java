package org.code.aiproxy.grading.response;

/** Ends the reading of a completion inside this package; outside, it is a {@link Reading}. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Defect defect;

    /**
     * @param message says what is wrong without quoting more of the completion than a label
     */
    UnreadableException(Defect defect, String message) {
        super(message);
        this.defect = defect;
    }

    Defect defect() {
        return defect;
    }
}
