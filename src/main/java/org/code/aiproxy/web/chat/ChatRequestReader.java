package org.code.aiproxy.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.TimeBudget;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a request what decides where it goes; the rest is for the provider to judge. */
@Component
final class ChatRequestReader {

    /**
     * Headers that clients of OpenAI's send about a request. {@code OpenAI-Organization} and {@code
     * OpenAI-Project} are none of them: they say who pays, as the key does.
     */
    private static final Pattern PASSED_ON =
            Pattern.compile(
                    "openai-beta|idempotency-key|x-client-request-id|x-stainless-.*|user-agent",
                    Pattern.CASE_INSENSITIVE);

    /** What the HTTP client takes as a header's value. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e\\t]*");

    private final JsonMapper mapper;
    private final TimeBudget budget;

    ChatRequestReader(JsonMapper mapper, TimeBudget budget) {
        this.mapper = mapper;
        this.budget = budget;
    }

    /**
     * @param api the API that the request is for
     * @param json the body
     * @param caller whose query and headers may be for the provider too
     * @throws InvalidFieldException when the body isn't a JSON object, or names no model
     */
    ChatRequest read(ChatApi api, byte[] json, HttpServletRequest caller) {
        Route route = route(json);
        if (route.model.isBlank()) {
            throw new InvalidFieldException("model", "is required; GET /v1/models lists names.");
        }
        Deadline deadline = budget.begin();
        return new ChatRequest(
                api,
                route.model,
                route.isStreamed,
                api == ChatApi.COMPLETIONS ? route.choices : 1,
                new ChatRequest.Sent(json, query(caller), headers(caller)),
                deadline,
                deadline);
    }

    private static Map<String, List<String>> query(HttpServletRequest caller) {
        return caller.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    }

    private static Map<String, String> headers(HttpServletRequest caller) {
        return Collections.list(caller.getHeaderNames()).stream()
                .filter(name -> PASSED_ON.matcher(name).matches())
                .filter(name -> SENDABLE.matcher(caller.getHeader(name)).matches())
                .collect(Collectors.toMap(name -> name, caller::getHeader, (one, _) -> one));
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
                    case "model" -> {
                        if (!model.isEmpty()) {
                            // Which one counts is for the provider to say, and for keys it matters.
                            throw new InvalidFieldException("model", "may appear only once.");
                        }
                        model = model(parser);
                    }
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
        boolean isCount =
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.INT;
        int choices = isCount ? parser.getIntValue() : 1;
        parser.skipChildren();
        return choices;
    }

    private static boolean isTrue(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new InvalidFieldException("stream", "must be true or false.");
        };
    }
}
