package org.code.aiproxy.web.problem;

import java.util.Optional;
import java.util.Set;

/** What callers of a path without a route are told. */
final class UnknownRoute {

    private static final String PREFIX = "/v1";

    /** What clients add to their base URL. */
    private static final Set<String> ROUTES =
            Set.of("/chat/completions", "/responses", "/decisions", "/models", "/assessments");

    private UnknownRoute() {}

    static String detail(String path) {
        return meant(path)
                .map(route ->
                        "This route is %s%s. Set the client's base URL to this service's address followed by %s."
                                .formatted(PREFIX, route, PREFIX))
                .orElse("This route doesn't exist; GET /openapi.json lists the routes.");
    }

    /** Whether it looks like a call of OpenAI's client with another base URL. */
    static boolean isOfAClient(String path) {
        return meant(path).isPresent();
    }

    private static Optional<String> meant(String path) {
        return ROUTES.stream()
                .filter(route -> path.endsWith(route) && !path.equals(PREFIX + route))
                .findFirst();
    }
}
