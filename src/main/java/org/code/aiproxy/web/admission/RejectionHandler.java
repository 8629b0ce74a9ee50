package org.code.aiproxy.web.admission;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** Answers a request that isn't taken on. */
@FunctionalInterface
public interface RejectionHandler {

    /** Writes the whole answer: 503, when to try again, and why. */
    void send(Request request, Response response);
}
