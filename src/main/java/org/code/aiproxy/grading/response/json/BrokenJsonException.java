package org.code.aiproxy.grading.response.json;

/** Stops reading text that is incomplete JSON or none; not worth a stack trace. */
public final class BrokenJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenJsonException() {
        super("not JSON", null, false, false);
    }
}
