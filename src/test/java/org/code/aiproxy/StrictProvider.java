package org.code.aiproxy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.ScriptedProvider.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays OpenAI and Bedrock as strictly as they are: each model refuses what it doesn't take, one
 * parameter at a time, with the provider's status and words, and answers in the form that it is
 * asked for.
 */
public final class StrictProvider {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Pattern CONVERSE = Pattern.compile("POST /model/([^/]+)/converse ");

    /** What Bedrock's models say; {@code %s} is a value. */
    private static final String BEDROCK_PREFIX = "The model returned the following errors: ";

    /** A rule that a request must keep to. */
    @FunctionalInterface
    public interface Rule {

        /** The refusal of a request that breaks it. */
        Optional<Refused> check(JsonNode request);
    }

    /**
     * What a provider answers with status 400.
     *
     * @param message its words
     * @param param the field that OpenAI names
     */
    public record Refused(String message, Optional<String> param) {}

    private final Map<String, List<Rule>> rules;
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> answered = new ConcurrentLinkedQueue<>();

    /**
     * @param rules those of each model; one that isn't there takes everything
     */
    public StrictProvider(Map<String, List<Rule>> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** The messages that requests were refused with, in order. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The requests that were answered, in order. */
    public List<JsonNode> answered() {
        return List.copyOf(answered);
    }

    /** OpenAI's refusal of a field. */
    public static Rule refuses(String field, String message) {
        return request ->
                request.has(field)
                        ? Optional.of(new Refused(message, Optional.of(field)))
                        : Optional.empty();
    }

    /** Bedrock's refusal of a field, which only the words name. */
    public static Rule refusesAt(String pointer, String message) {
        return request ->
                request.at(pointer).isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Refused(BEDROCK_PREFIX + message, Optional.empty()));
    }

    /** OpenAI's refusal of values of a field. */
    public static Rule allows(String field, List<String> values) {
        return request ->
                !request.has(field) || values.contains(request.get(field).asString())
                        ? Optional.empty()
                        : Optional.of(
                                new Refused(
                                        "Unsupported value: '%s' does not support '%s' with this model. Supported values are: %s."
                                                .formatted(
                                                        field,
                                                        request.get(field).asString(),
                                                        values.stream()
                                                                .map("'%s'"::formatted)
                                                                .collect(Collectors.joining(", "))),
                                        Optional.of(field)));
    }

    /** Bedrock's refusal of a limit that is too high. */
    public static Rule limits(int maxTokens) {
        return request ->
                request.at("/inferenceConfig/maxTokens").asInt(0) <= maxTokens
                        ? Optional.empty()
                        : Optional.of(
                                new Refused(
                                        "The maximum tokens you requested exceeds the model limit of %d. Try again with a maximum tokens value that is lower than %d."
                                                .formatted(maxTokens, maxTokens),
                                        Optional.empty()));
    }

    /** Answers as OpenAI. */
    public void openAi(Call call) throws IOException {
        JsonNode request = MAPPER.readTree(call.text());
        Optional<Refused> refused = refusal(request.path("model").asString(""), request);
        if (refused.isPresent()) {
            ObjectNode error = MAPPER.createObjectNode();
            error.putObject("error")
                    .put("message", refused.get().message())
                    .put("type", "invalid_request_error")
                    .put("param", refused.get().param().orElse(null))
                    .put("code", "unsupported_value");
            call.answer(400, "application/json", error.toString());
            return;
        }
        call.answer(200, "application/json", completion(request).toString());
    }

    /** Answers as Bedrock's Converse. */
    public void bedrock(Call call) throws IOException {
        JsonNode request = MAPPER.readTree(call.text());
        Matcher path = CONVERSE.matcher(call.head());
        if (!path.find()) {
            throw new AssertionError("not Converse: " + call.head());
        }
        String model = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        Optional<Refused> refused = refusal(model, request);
        if (refused.isPresent()) {
            call.answer(
                    400,
                    "application/json",
                    MAPPER.createObjectNode().put("message", refused.get().message()).toString(),
                    "x-amzn-ErrorType: ValidationException");
            return;
        }
        call.answer(200, "application/json", converse(request).toString());
    }

    private Optional<Refused> refusal(String model, JsonNode request) {
        Optional<Refused> refused =
                rules.getOrDefault(model, List.of()).stream()
                        .flatMap(rule -> rule.check(request).stream())
                        .findFirst();
        refused.ifPresentOrElse(it -> refusals.add(it.message()), () -> answered.add(request));
        return refused;
    }

    private static ObjectNode completion(JsonNode request) {
        ObjectNode answer = MAPPER.createObjectNode().put("object", "chat.completion");
        ArrayNode choices = answer.putArray("choices");
        for (int i = 0; i < request.path("n").asInt(1); i++) {
            ObjectNode choice = choices.addObject().put("index", i);
            ObjectNode message = choice.putObject("message").put("role", "assistant");
            if (request.path("tool_choice").isObject()) {
                message.putNull("content");
                message.putArray("tool_calls")
                        .addObject()
                        .put("id", "call_1")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", "assessment")
                        .put("arguments", rows().toString());
                choice.put("finish_reason", "tool_calls");
            } else {
                message.put("content", text(request.has("response_format")));
                choice.put("finish_reason", "stop");
            }
        }
        answer.putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", 20)
                .put("total_tokens", 120);
        return answer;
    }

    private static ObjectNode converse(JsonNode request) {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode content =
                answer.putObject("output")
                        .putObject("message")
                        .put("role", "assistant")
                        .putArray("content");
        if (request.at("/toolConfig/toolChoice/tool").isObject()) {
            content.addObject()
                    .putObject("toolUse")
                    .put("toolUseId", "t1")
                    .put("name", "assessment")
                    .set("input", rows());
            answer.put("stopReason", "tool_use");
        } else {
            content.addObject().put("text", text(request.has("outputConfig")));
            answer.put("stopReason", "end_turn");
        }
        answer.putObject("usage").put("inputTokens", 100).put("outputTokens", 20);
        return answer;
    }

    /** A model that isn't held to a schema writes the array that the prompt asks for. */
    private static String text(boolean heldToSchema) {
        return heldToSchema ? rows().toString() : rows().get("rows").toString();
    }

    private static ObjectNode rows() {
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode rows = answer.putArray("rows");
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("Sprites", "Limited Evidence");
        labels.put("Variables", "No Evidence");
        labels.forEach((concept, label) ->
                rows.addObject()
                        .put("Key Concept", concept)
                        .put("Observations", "seen")
                        .put("Evidence", "Line 1: Creates a sprite")
                        .put("Reason", "because")
                        .put("Label", label));
        return answer;
    }
}
