package org.code.aiproxy.web.body;

/** A body comes in an encoding that this service doesn't decode. */
public final class UnknownEncodingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEncodingException() {
        super("Content-Encoding must be gzip, or left out.");
    }
}
