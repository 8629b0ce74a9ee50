package org.code.aiproxy.grading.spec;

/** A field of the request that is longer than what can be worked on. */
public final class OverlongFieldException extends InvalidFieldException {

    private static final long serialVersionUID = 1L;

    /**
     * @param field the field's name, as the caller writes it
     * @param most how many characters it may have
     */
    public OverlongFieldException(String field, int most) {
        super(field, "must have at most %,d characters.".formatted(most));
    }
}
