package org.code.aiproxy.web.log;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a request is called in logs, here and at whoever sent it. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    /** The load balancer's. */
    private static final String TRACE_HEADER = "X-Amzn-Trace-Id";

    /** What can't break a log line, and isn't a text. */
    private static final Pattern GOOD = Pattern.compile("[\\w.:;=+/@-]{1,128}");

    private RequestId() {}

    /** The caller's id, the load balancer's, or one of our own. */
    static String of(HttpServletRequest request) {
        return Stream.of(HEADER, TRACE_HEADER)
                .flatMap(name -> Optional.ofNullable(request.getHeader(name)).stream())
                .filter(id -> GOOD.matcher(id).matches())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
