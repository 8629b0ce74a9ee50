package org.code.aiproxy.grading.lesson;

/** A lesson's directory that can't be used; the message names the file and what is wrong. */
public final class InvalidLessonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidLessonException(String message) {
        super(message);
    }
}
