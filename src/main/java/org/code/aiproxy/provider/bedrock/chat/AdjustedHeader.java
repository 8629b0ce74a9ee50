package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.code.aiproxy.model.Adjustment;

/**
 * The header that says what was done otherwise than a chat asks: OpenAI's answer has no field for
 * it.
 */
final class AdjustedHeader {

    private static final String NAME = "x-aiproxy-adjusted";

    private AdjustedHeader() {}

    /** The header, such as {@code temperature left out, max_tokens limited to 4096}. */
    static Map<String, String> of(List<Adjustment> adjusted) {
        return adjusted.isEmpty()
                ? Map.of()
                : Map.of(
                        NAME,
                        adjusted.stream()
                                .map(one -> one.parameter().wireName() + " " + one.change())
                                .collect(Collectors.joining(", ")));
    }
}
