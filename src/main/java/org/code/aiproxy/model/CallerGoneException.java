package org.code.aiproxy.model;

/** The caller has disconnected: no more work for the request is of use. */
public final class CallerGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallerGoneException() {
        super("The caller disconnected.");
    }

    public CallerGoneException(Throwable cause) {
        super("The caller disconnected.", cause);
    }
}
