package org.code.aiproxy.textfile;

/** A file or table that can't be read with certainty; the message says where and what to do. */
public final class InvalidTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTextException(String message) {
        super(message);
    }
}
