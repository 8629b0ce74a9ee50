package org.code.aiproxy.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The routes that need less protection than others. All are compared with the path as it was sent,
 * so that no spelling of another path gets in.
 */
final class OpenPaths {

    /** Health, which load balancers and orchestrators ask for by whatever address they know. */
    private static final Set<String> FOR_ALL =
            Set.of(
                    "/",
                    "/test",
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness");

    private static final Set<String> FREE = Set.of("/test/429", "/v1/models", "/actuator");

    /** The page and its files. */
    private static final String DOCS = "/docs(/[\\w-][\\w.-]*)?";

    /** Metrics and their names: segments that don't begin with a dot. */
    private static final String ACTUATOR = "/actuator(/\\w[\\w.-]*)+";

    private OpenPaths() {}

    static boolean isForAll(HttpServletRequest request) {
        return FOR_ALL.contains(request.getRequestURI());
    }

    /** Whether it describes the service, for which no key is needed. */
    static boolean isDescription(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/openapi.json") || path.matches(DOCS);
    }

    /** Whether an answer surely costs nothing, and asks no provider. */
    static boolean isFree(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FOR_ALL.contains(path)
                || FREE.contains(path)
                || path.matches(ACTUATOR)
                || isDescription(request);
    }
}
