package org.code.aiproxy.model;

/** Whoever asked has hung up: nothing that is done for the request is of use any more. */
public final class CallerGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CallerGoneException() {
        super("The caller disconnected.");
    }

    public CallerGoneException(Throwable cause) {
        super("The caller disconnected.", cause);
    }
}
