package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * An error as servers write it into a body, whatever the status that it comes with: routers such as
 * OpenRouter answer 200 and have the status of the provider behind them in {@code code}.
 *
 * @param status what the error says its status is, if it says
 * @param message the server's words
 */
public record ErrorBody(OptionalInt status, String message) {

    private static final List<String> FIELDS = List.of("code", "status", "status_code", "type");

    public static ErrorBody of(JsonNode error) {
        OptionalInt status =
                FIELDS.stream()
                        .map(name -> status(error.path(name)))
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty());
        return new ErrorBody(status, WholeAnswer.message(error));
    }

    private static OptionalInt status(JsonNode field) {
        String text = field.asString("").strip().toLowerCase(Locale.ROOT);
        if (text.matches("[45]\\d\\d(\\.0)?")) {
            return OptionalInt.of(Integer.parseInt(text.substring(0, 3)));
        }
        return switch (text) {
            case "rate_limit_exceeded", "rate_limit_error", "resource_exhausted" ->
                    OptionalInt.of(429);
            case "overloaded_error", "unavailable", "server_error", "internal_server_error" ->
                    OptionalInt.of(503);
            case "context_length_exceeded" -> OptionalInt.of(413);
            case "not_found_error", "model_not_found" -> OptionalInt.of(404);
            case "invalid_request_error" -> OptionalInt.of(400);
            default -> OptionalInt.empty();
        };
    }
}
