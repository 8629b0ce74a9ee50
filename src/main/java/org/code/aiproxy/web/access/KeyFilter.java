package org.code.aiproxy.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.code.aiproxy.model.routing.CurrentAllowance;
import org.code.aiproxy.web.log.RequestFacts;
import org.code.aiproxy.web.problem.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in that brings a good key, as {@code Authorization: KEY} or with {@code Bearer},
 * and holds it to the key's limits.
 */
final class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private static final String RETRY_AFTER_SECONDS = "2";

    private final AccessProperties properties;
    private final KeyRing keys;
    private final Accounts accounts;
    private final Refusals refusals;

    KeyFilter(AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        this.properties = properties;
        this.keys = keys;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !properties.needsKey()
                || OpenPaths.isForAll(request)
                || OpenPaths.isDescription(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiKey> key = keys.find(given(request));
        if (key.isPresent()) {
            letIn(key.get(), request, response, chain);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private void letIn(
            ApiKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestFacts facts = RequestFacts.of(request);
        facts.note("key", key.name());
        Account account = accounts.of(key);
        if (!account.enter(key.maxInFlight())) {
            facts.note("outcome", "over_limit");
            accounts.refused(key, "in_flight");
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            refusals.send(request, response, HttpStatus.TOO_MANY_REQUESTS, tooMany(key));
            return;
        }
        accounts.taken(key);
        facts.chargeTo(usd -> accounts.paid(key, usd));
        try (var _ = CurrentAllowance.bind(new KeyAllowance(key, accounts))) {
            chain.doFilter(request, response);
        } finally {
            account.leave();
        }
    }

    private static String tooMany(ApiKey key) {
        return "The key `%s` has %d requests in flight, its limit. Try again when one has finished."
                .formatted(key.name(), key.maxInFlight().orElse(0));
    }

    private static String given(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(KeyFilter::withoutScheme)
                .orElse("");
    }

    private static String withoutScheme(String authorization) {
        boolean hasScheme = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return (hasScheme ? authorization.substring(BEARER.length()) : authorization).strip();
    }
}
