package org.code.aiproxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What OpenAI's chat completions answer, in their wire format. */
public final class OpenAiAnswers {

    private OpenAiAnswers() {}

    /** One choice for each text; 100 tokens of input and 20 of output. */
    public static ResponseDefinitionBuilder completion(String... texts) {
        return json(
                Map.of(
                        "id",
                        "chatcmpl-1",
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        "gpt-4.1-mini",
                        "choices",
                        Arrays.stream(texts).map(text -> choice(text, "stop")).toList(),
                        "usage",
                        Map.of(
                                "prompt_tokens", 100,
                                "completion_tokens", 20,
                                "total_tokens", 120)));
    }

    /** A choice of a completion. */
    public static Map<String, Object> choice(String text, String finishReason) {
        return Map.of(
                "index", 0, "finish_reason", finishReason, "message", message("assistant", text));
    }

    /** A turn of a conversation. */
    public static Map<String, String> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    /** OpenAI's error object. */
    public static ResponseDefinitionBuilder error(int status, String message) {
        return json(Map.of("error", Map.of("message", message, "type", "test"))).withStatus(status);
    }

    /** Any JSON object. */
    public static ResponseDefinitionBuilder json(Map<String, ?> body) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(new JsonMapper().writeValueAsString(body));
    }
}
