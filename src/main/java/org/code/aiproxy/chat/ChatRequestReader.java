package org.code.aiproxy.chat;

import java.util.Optional;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.server.InvalidFieldException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a request what decides where it goes; the rest is for the provider to judge. */
@Component
final class ChatRequestReader {

    private final JsonMapper mapper;
    private final TimeBudget budget;

    ChatRequestReader(JsonMapper mapper, TimeBudget budget) {
        this.mapper = mapper;
        this.budget = budget;
    }

    /**
     * @param json the body
     * @throws InvalidFieldException when it is no JSON object, or names no model
     */
    ChatRequest read(byte[] json) {
        Route route = route(json);
        if (route.model.isBlank()) {
            throw new InvalidFieldException("model", "is required; GET /v1/models lists names.");
        }
        return new ChatRequest(
                route.model,
                route.isStreamed,
                route.choices,
                json,
                Optional.empty(),
                budget.begin());
    }

    private record Route(String model, boolean isStreamed, int choices) {}

    private Route route(byte[] json) {
        String model = "";
        boolean isStreamed = false;
        int choices = 1;
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidFieldException("body", "must be a JSON object.");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "model" -> model = model(parser);
                    case "stream" -> isStreamed = isTrue(parser);
                    case "n" -> choices = choices(parser);
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new InvalidFieldException("body", "is not valid JSON.");
        }
        return new Route(model, isStreamed, choices);
    }

    private static String model(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidFieldException("model", "must be a string.");
        }
        return parser.getString();
    }

    /** For what operators see; whether the number is a good one is the provider's to judge. */
    private static int choices(JsonParser parser) {
        boolean isNumber = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        parser.skipChildren();
        return isNumber ? parser.getValueAsInt(1) : 1;
    }

    private static boolean isTrue(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new InvalidFieldException("stream", "must be true or false.");
        };
    }
}
