package org.code.aiproxy.web.log;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that an API's answers should have, whatever opens them (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers">OWASP</a>).
 */
final class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final Map<String, String> HEADERS =
            Map.of(
                    HttpHeaders.CACHE_CONTROL,
                    "no-store",
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'",
                    "Permissions-Policy",
                    "geolocation=(), camera=(), microphone=()",
                    "Referrer-Policy",
                    "no-referrer",
                    "Strict-Transport-Security",
                    "max-age=31536000; includeSubDomains",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        addTo(response);
        chain.doFilter(request, response);
    }

    static void addTo(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
