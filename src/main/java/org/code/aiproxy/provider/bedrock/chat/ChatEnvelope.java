package org.code.aiproxy.provider.bedrock.chat;

import java.time.Instant;
import java.util.UUID;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer's completion or chunks have in common.
 *
 * @param id new for each answer
 * @param created when it was begun, in seconds since 1970
 * @param model the model's name as the caller wrote it
 */
record ChatEnvelope(String id, long created, String model) {

    static ChatEnvelope of(String model) {
        return new ChatEnvelope(
                "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""),
                Instant.now().getEpochSecond(),
                model);
    }

    /**
     * @param object {@code chat.completion} or {@code chat.completion.chunk}
     */
    ObjectNode open(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    static ObjectNode usage(Usage counts) {
        ObjectNode usage =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("prompt_tokens", counts.promptTokens())
                        .put("completion_tokens", counts.completionTokens())
                        .put("total_tokens", counts.totalTokens());
        usage.putObject("prompt_tokens_details")
                .put("cached_tokens", counts.cachedTokens())
                .put("cache_write_tokens", counts.cacheWriteTokens());
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", counts.reasoningTokens());
        return usage;
    }
}
