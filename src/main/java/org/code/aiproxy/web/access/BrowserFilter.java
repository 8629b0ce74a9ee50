package org.code.aiproxy.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.web.problem.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web pages from spending a service's money where no key does: any page that is open in a
 * browser on this machine can reach it.
 */
final class BrowserFilter extends OncePerRequestFilter {

    private static final String WRONG_HOST =
            "Without AIPROXY_API_KEY this service is reachable as localhost and by loopback addresses only. To use another name, add it to AIPROXY_HOSTS.";

    private static final String OTHER_SITE =
            "Without AIPROXY_API_KEY this service refuses web pages of other sites. To call it from elsewhere, set AIPROXY_API_KEY and send the key.";

    private static final String NO_PAGE =
            "Without AIPROXY_API_KEY a browser can't open routes that call a model. Use another"
                    + " client, such as curl, or set AIPROXY_API_KEY and send the key.";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AccessProperties properties;
    private final HostNames hosts;
    private final Refusals refusals;

    /**
     * @param hosts the names that the service may be called by
     */
    BrowserFilter(AccessProperties properties, HostNames hosts, Refusals refusals) {
        this.properties = properties;
        this.hosts = hosts;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return properties.needsKey() || OpenPaths.isForAll(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> problem = problem(request);
        if (problem.isPresent()) {
            refusals.send(request, response, HttpStatus.FORBIDDEN, problem.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<String> problem(HttpServletRequest request) {
        List<String> called = Collections.list(request.getHeaders(HttpHeaders.HOST));
        if (called.size() != 1 || !hosts.include(called.getFirst())) {
            return Optional.of(WRONG_HOST);
        }
        return switch (CallingSite.of(request)) {
            case NO_BROWSER, SAME_ORIGIN -> Optional.empty();
            case OTHER -> Optional.of(OTHER_SITE);
            case NO_PAGE ->
                    READING.contains(request.getMethod()) && !OpenPaths.isFree(request)
                            ? Optional.of(NO_PAGE)
                            : Optional.empty();
        };
    }
}
