package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import tools.jackson.databind.JsonNode;

/**
 * Reads what came of a chat completion; what a server leaves out, or writes in its own way, isn't a
 * reason to lose the rest.
 */
public final class ChatResult {

    private static final List<String> REASONING = List.of("reasoning_content", "reasoning");

    private ChatResult() {}

    /** What went wrong with one choice, though others may be whole. */
    public static Optional<JsonNode> error(JsonNode choice) {
        return choice.optional("error").filter(JsonNode::isObject);
    }

    /** Whether a choice is one, and not a fault or nothing. */
    public static boolean isAnswer(JsonNode choice) {
        return error(choice).isEmpty() && (choice.has("message") || choice.has("text"));
    }

    /**
     * Reads one choice.
     *
     * @param couldBeLonger whether the model could have written more than the call allowed
     */
    public static Completion completion(JsonNode choice, boolean couldBeLonger) {
        JsonNode message = choice.path("message");
        FinishReason finish =
                finishReason(choice.path("finish_reason").asString(""), couldBeLonger);
        String text =
                Stream.of(content(message.path("content")), byTool(message), text(choice))
                        .filter(it -> !it.isBlank())
                        .findFirst()
                        .orElseGet(() -> finish == FinishReason.STOP ? reasoning(message) : "");
        boolean isRefused = text.isEmpty() && !message.path("refusal").asString("").isBlank();
        return new Completion(text, isRefused ? FinishReason.CONTENT_FILTER : finish);
    }

    /** A text, or parts of which those that are text count; thinking has a type of its own. */
    static String content(JsonNode content) {
        if (content.isArray()) {
            return content.valueStream().map(ChatResult::part).collect(Collectors.joining());
        }
        return content.isObject() ? part(content) : content.asString("");
    }

    private static String part(JsonNode part) {
        if (part.isString()) {
            return part.stringValue();
        }
        boolean isText = part.path("type").asString("text").endsWith("text");
        return isText ? part.path("text").asString("") : "";
    }

    /** What was written for a tool that had to be called. */
    private static String byTool(JsonNode message) {
        return Stream.concat(
                        message.path("tool_calls").valueStream().map(call -> call.path("function")),
                        Stream.of(message.path("function_call")))
                .map(function -> function.path("arguments"))
                .map(written -> written.isObject() ? written.toString() : written.asString(""))
                .collect(Collectors.joining());
    }

    /** Some servers answer as to the older API of completions. */
    private static String text(JsonNode choice) {
        return choice.path("text").asString("");
    }

    /** Some servers find no end of the thinking and put all into its field. */
    private static String reasoning(JsonNode message) {
        return REASONING.stream()
                .map(name -> message.path(name).asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** A tool is called where the answer has to come through one. */
    private static FinishReason finishReason(String reason, boolean couldBeLonger) {
        return switch (reason) {
            case "stop", "tool_calls", "function_call" -> FinishReason.STOP;
            case "length", "max_tokens" ->
                    couldBeLonger ? FinishReason.REQUESTED_LENGTH : FinishReason.LENGTH;
            case "content_filter", "refusal" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
