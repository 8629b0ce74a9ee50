package org.code.aiproxy.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses at once what can't be worked on soon, so that callers try another task, or later. */
final class AdmissionFilter extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "2";

    private final Admission admission;
    private final DataSize longestBody;

    AdmissionFilter(Admission admission, DataSize longestBody) {
        this.admission = admission;
        this.longestBody = longestBody;
    }

    /** What is answered at once stays answered, so that a busy task isn't taken for a dead one. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/") || path.equals("/test") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long bytes = bytes(request);
        if (!admission.enter(bytes)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            admission.leave(bytes);
        }
    }

    private long bytes(HttpServletRequest request) {
        long told = request.getContentLengthLong();
        boolean isUntold = told < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return isUntold ? longestBody.toBytes() : Math.clamp(told, 0, longestBody.toBytes());
    }
}
