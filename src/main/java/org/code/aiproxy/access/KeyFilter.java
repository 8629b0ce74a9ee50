package org.code.aiproxy.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in that brings a good key, as {@code Authorization: KEY} or with {@code Bearer}.
 */
final class KeyFilter extends OncePerRequestFilter {

    /** Compared with the path as it was sent, so that no spelling of another path gets in. */
    private static final Set<String> OPEN_PATHS =
            Set.of(
                    "/",
                    "/test",
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness");

    private static final String BEARER = "Bearer ";

    private final List<byte[]> digests;

    /**
     * @param keys the keys that are good; when there are none, every request gets in
     */
    KeyFilter(List<String> keys) {
        this.digests = keys.stream().map(KeyFilter::digest).toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return digests.isEmpty() || OPEN_PATHS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasGoodKey(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private boolean hasGoodKey(HttpServletRequest request) {
        byte[] given =
                digest(
                        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                                .map(KeyFilter::withoutScheme)
                                .orElse(""));
        boolean good = false;
        for (byte[] digest : digests) {
            // Digests have one length and all are compared: the time taken tells nothing.
            good |= MessageDigest.isEqual(digest, given);
        }
        return good;
    }

    private static String withoutScheme(String authorization) {
        boolean hasScheme = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return (hasScheme ? authorization.substring(BEARER.length()) : authorization).strip();
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
