package org.code.aiproxy.web.access;

/** A key in a file that can't be used. The message says which and why, without the key. */
final class InvalidKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidKeyException(String message) {
        super(message);
    }
}
