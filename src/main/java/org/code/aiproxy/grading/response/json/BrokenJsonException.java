package org.code.aiproxy.grading.response.json;

/** Ends the reading of JSON that breaks off or isn't any; not worth a stack trace. */
public final class BrokenJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenJsonException() {
        super("not JSON", null, false, false);
    }
}
