package org.code.aiproxy.grading.rubric;

/** A text that can't be read as a rubric; the message says what is wrong and what to do. */
public final class InvalidRubricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRubricException(String message) {
        super(message);
    }
}
