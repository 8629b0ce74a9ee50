package org.code.aiproxy.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.code.aiproxy.turns.Turns;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes requests wait for their turn, but for those that must be answered at once. */
final class TurnFilter extends OncePerRequestFilter {

    private static final Set<String> AT_ONCE =
            Set.of("/", "/actuator/health/liveness", "/actuator/health/readiness");

    private final Turns turns;

    TurnFilter(Turns turns) {
        this.turns = turns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return AT_ONCE.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        turns.await();
        chain.doFilter(request, response);
    }
}
