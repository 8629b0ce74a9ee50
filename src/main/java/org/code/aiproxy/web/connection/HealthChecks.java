package org.code.aiproxy.web.connection;

import java.util.Set;

/** What load balancers ask; a busy task must not be mistaken for a dead one. */
public final class HealthChecks {

    private static final Set<String> PATHS =
            Set.of("/", "/actuator/health/liveness", "/actuator/health/readiness");

    private HealthChecks() {}

    /** Whether a path is one of theirs. */
    public static boolean include(String path) {
        return PATHS.contains(path);
    }
}
