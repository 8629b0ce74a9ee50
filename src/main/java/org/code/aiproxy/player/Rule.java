package org.code.aiproxy.player;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.player.wire.Problem;
import tools.jackson.databind.JsonNode;

/** A rule that requests to a model must keep to. */
@FunctionalInterface
public interface Rule {

    /** The refusal of a request that breaks it, in the provider's words. */
    Optional<Problem> check(JsonNode request);

    /**
     * What today's models of OpenAI and on Bedrock refuse, as November 2026 has it; a request to
     * one provider has no field of the other's.
     *
     * @see <a href="https://developers.openai.com/api/docs/guides/reasoning">OpenAI</a>
     * @see <a
     *     href="https://platform.claude.com/docs/en/about-claude/models/whats-new">Anthropic</a>
     */
    static List<Rule> today() {
        String unsupported = "Unsupported parameter: '%s' is not supported with this model.";
        return List.of(
                refuses(
                        "max_tokens",
                        unsupported.formatted("max_tokens")
                                + " Use 'max_completion_tokens' instead."),
                allowsOnlyTheDefault("temperature"),
                allowsOnlyTheDefault("top_p"),
                allowsOnlyTheDefault("n"),
                refuses("stop", unsupported.formatted("stop")),
                refusesAt(
                        "/inferenceConfig/temperature",
                        "`temperature` is deprecated for this model."),
                refusesAt("/inferenceConfig/topP", "`top_p` is deprecated for this model."));
    }

    /** OpenAI's refusal of a field. */
    static Rule refuses(String field, String message) {
        return request ->
                request.has(field) ? Optional.of(refusal(message).about(field)) : Optional.empty();
    }

    /** Bedrock's refusal of a field, which only the words name. */
    static Rule refusesAt(String pointer, String message) {
        return request ->
                request.at(pointer).isMissingNode()
                        ? Optional.empty()
                        : Optional.of(
                                refusal("The model returned the following errors: " + message));
    }

    /** OpenAI's refusal of values of a field. */
    static Rule allows(String field, List<String> values) {
        String listed = values.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
        return request ->
                !request.has(field) || values.contains(request.get(field).asString())
                        ? Optional.empty()
                        : Optional.of(
                                refusal(
                                                "Unsupported value: '%s' does not support '%s' with this model. Supported values are: %s."
                                                        .formatted(
                                                                field,
                                                                request.get(field).asString(),
                                                                listed))
                                        .about(field));
    }

    /** OpenAI's refusal of any value but 1. */
    private static Rule allowsOnlyTheDefault(String field) {
        return request ->
                !request.has(field) || request.get(field).asDouble(0) == 1
                        ? Optional.empty()
                        : Optional.of(
                                refusal(
                                                "Unsupported value: '%s' does not support %s with this model. Only the default (1) value is supported."
                                                        .formatted(field, request.get(field)))
                                        .about(field));
    }

    /** Bedrock's refusal of a limit that is too high. */
    static Rule limits(int maxTokens) {
        return request ->
                request.at("/inferenceConfig/maxTokens").asInt(0) <= maxTokens
                        ? Optional.empty()
                        : Optional.of(
                                refusal(
                                        "The maximum tokens you requested exceeds the model limit of %d. Try again with a maximum tokens value that is lower than %d."
                                                .formatted(maxTokens, maxTokens)));
    }

    private static Problem refusal(String message) {
        return Problem.of(400, message).coded("unsupported_value");
    }
}
