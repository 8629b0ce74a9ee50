package org.code.aiproxy.grading.spec;

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

    /** The same of a field that goes by another name where the caller wrote it. */
    public InvalidFieldException of(String name) {
        return new InvalidFieldException(name, String.valueOf(getMessage()));
    }

    public String field() {
        return field;
    }
}
