package org.code.aiproxy.rubrictester.dataset;

/** Data that can't be used; the message names the file, what is wrong with it, and what to do. */
public final class InvalidDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidDataException(String message) {
        super(message);
    }

    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
