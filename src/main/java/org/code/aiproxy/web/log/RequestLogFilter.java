package org.code.aiproxy.web.log;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.code.aiproxy.model.CallerIds;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes a log line for each request, and puts its id in every other line about it. */
final class RequestLogFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        String id = RequestId.of(request);
        response.setHeader(RequestId.HEADER, id);
        // Until the chain returns: the server says 500 to what it throws, once this is over.
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try (var _ = MDC.putCloseable(RequestLog.REQUEST_ID, id)) {
            CallerIds.traceParent(Optional.ofNullable(request.getHeader(CallerIds.TRACE_PARENT)))
                    .ifPresent(parent -> MDC.put(CallerIds.TRACE_PARENT, parent));
            try {
                chain.doFilter(request, response);
                status = response.getStatus();
            } finally {
                MDC.remove(CallerIds.TRACE_PARENT);
                RequestLog.write(id, request, status, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }
}
