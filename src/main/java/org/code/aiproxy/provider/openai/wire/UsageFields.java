package org.code.aiproxy.provider.openai.wire;

import java.util.Optional;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.databind.JsonNode;

/**
 * Where an API of OpenAI's says what was paid for.
 *
 * @param input what the API calls tokens of input: {@code prompt} or {@code input}
 * @param output what it calls tokens of output: {@code completion} or {@code output}
 */
public record UsageFields(String input, String output) {

    /** Reads an answer's {@code usage}; empty where it has none. */
    public Optional<Usage> of(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        return usage.isObject()
                ? Optional.of(
                        new Usage(
                                count(usage, input + "_tokens"),
                                count(usage, output + "_tokens"),
                                detail(usage, input, "cached_tokens"),
                                detail(usage, input, "cache_write_tokens"),
                                detail(usage, output, "reasoning_tokens"),
                                count(usage, "total_tokens")))
                : Optional.empty();
    }

    private static long detail(JsonNode usage, String side, String name) {
        return count(usage.path(side + "_tokens_details"), name);
    }

    /** Servers have sent nothing, null, texts and negative numbers. */
    private static long count(JsonNode counts, String name) {
        return Math.max(0, counts.path(name).asLong(0));
    }
}
