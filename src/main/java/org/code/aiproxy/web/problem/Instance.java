package org.code.aiproxy.web.problem;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a problem occurred, for problem details: the request's path, whatever the caller wrote. */
final class Instance {

    private static final URI UNKNOWN = URI.create("/");

    private Instance() {}

    /** The path as a URI. One that begins with two slashes would be the name of a host. */
    static URI of(String path) {
        try {
            return new URI("/" + path.replaceFirst("^/+", ""));
        } catch (URISyntaxException e) {
            return UNKNOWN;
        }
    }
}
