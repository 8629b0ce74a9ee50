package org.code.aiproxy.web.connection;

import java.io.IOException;

/**
 * This process stood still while a body came in, and so it was not read in time. Unchecked: Tomcat
 * answers every I/O error by itself, and blames the caller.
 */
public final class StalledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StalledException(IOException cause) {
        super(cause);
    }
}
