package org.code.aiproxy.provider.bedrock.chat;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Which of the fields of OpenAI's chat completions a model on Bedrock can honour. All others are
 * refused, so that nothing that a caller asks for is dropped without a word.
 */
final class ChatFields {

    private static final Set<String> TRANSLATED =
            Set.of(
                    "model",
                    "messages",
                    "max_completion_tokens",
                    "max_tokens",
                    "metadata",
                    "n",
                    "reasoning_effort",
                    "response_format",
                    "service_tier",
                    "stop",
                    "stream",
                    "stream_options",
                    "temperature",
                    "tool_choice",
                    "tools",
                    "top_p");

    /** These say who asks, or help OpenAI's caches; no answer depends on them. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("user", "safety_identifier", "prompt_cache_key", "prompt_cache_retention");

    /** What a field can be because it asks for nothing then. */
    private record Neutral(String words, Predicate<JsonNode> test) {}

    private static final Neutral FALSE =
            new Neutral("false", value -> value.isBoolean() && !value.booleanValue());
    private static final Neutral ZERO =
            new Neutral("0", value -> value.isNumber() && value.doubleValue() == 0);

    private static final Map<String, Neutral> NEUTRAL =
            Map.of(
                    "store", FALSE,
                    "logprobs", FALSE,
                    "top_logprobs", ZERO,
                    "presence_penalty", ZERO,
                    "frequency_penalty", ZERO,
                    "logit_bias", new Neutral("{}", value -> value.isObject() && value.isEmpty()),
                    "parallel_tool_calls",
                            new Neutral("true", value -> value.isBoolean() && value.booleanValue()),
                    "modalities", new Neutral("[\"text\"]", ChatFields::isTextOnly));

    private ChatFields() {}

    /** Rejects fields that Bedrock can't support. */
    static void check(RequestField request) {
        request.value().propertyNames().stream()
                .map(request::member)
                .filter(RequestField::isGiven)
                .forEach(ChatFields::checkOne);
    }

    private static void checkOne(RequestField field) {
        if (TRANSLATED.contains(field.path()) || WITHOUT_EFFECT.contains(field.path())) {
            return;
        }
        Neutral neutral = NEUTRAL.get(field.path());
        if (neutral == null) {
            throw field.unknown();
        }
        if (!neutral.test().test(field.value())) {
            throw field.refused(
                    "can only be %s for a model on Bedrock.".formatted(neutral.words()));
        }
    }

    private static boolean isTextOnly(JsonNode value) {
        return value.isArray()
                && value.size() == 1
                && value.get(0).isString()
                && value.get(0).stringValue().equals("text");
    }
}
