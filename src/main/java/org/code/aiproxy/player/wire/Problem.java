package org.code.aiproxy.player.wire;

import java.util.List;
import java.util.Optional;

/**
 * What a provider says instead of an answer.
 *
 * @param status the HTTP status
 * @param message its words
 * @param param the field of the request that OpenAI names
 * @param code OpenAI's code for it
 * @param headers of the answer, each with its name
 */
public record Problem(
        int status,
        String message,
        Optional<String> param,
        Optional<String> code,
        List<String> headers) {

    public Problem {
        headers = List.copyOf(headers);
    }

    /** A problem with headers, such as {@code Retry-After: 60}. */
    public static Problem of(int status, String message, String... headers) {
        return new Problem(status, message, Optional.empty(), Optional.empty(), List.of(headers));
    }

    /** The same about a field. */
    public Problem about(String field) {
        return new Problem(status, message, Optional.of(field), code, headers);
    }

    /** The same with a code of OpenAI's. */
    public Problem coded(String word) {
        return new Problem(status, message, param, Optional.of(word), headers);
    }
}
