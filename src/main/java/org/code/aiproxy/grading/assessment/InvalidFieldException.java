package org.code.aiproxy.grading.assessment;

/** A field of the request that can't be used. */
public sealed class InvalidFieldException extends RuntimeException permits OverlongFieldException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the field's name, as the caller writes it
     * @param problem what is wrong with it and what to do, to follow its name in a sentence
     */
    public InvalidFieldException(String field, String problem) {
        super(problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
