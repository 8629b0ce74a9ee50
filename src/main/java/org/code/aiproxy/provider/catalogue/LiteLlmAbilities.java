package org.code.aiproxy.provider.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.code.aiproxy.model.catalogue.Abilities;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Endpoint;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;
import org.code.aiproxy.model.catalogue.Parameter;
import tools.jackson.databind.JsonNode;

/** Reads what a model can be asked for from an entry of LiteLLM's map. */
final class LiteLlmAbilities {

    /** Vendors whose models on Bedrock can be told how long to think. */
    private static final Pattern TAKES_EFFORT =
            Pattern.compile("([a-z-]+\\.)?(anthropic\\.|openai\\.|amazon\\.nova-2).*");

    /** Those of them that think only when they are told to. */
    private static final Pattern CAN_REST =
            Pattern.compile("([a-z-]+\\.)?(anthropic\\.|amazon\\.).*");

    private LiteLlmAbilities() {}

    static Abilities of(String name, JsonNode facts, boolean onBedrock) {
        boolean thinks = is(facts, "supports_reasoning");
        boolean takesEffort = thinks && (!onBedrock || TAKES_EFFORT.matcher(name).matches());
        List<Effort> efforts = takesEffort ? efforts(name, facts, onBedrock) : List.of();
        boolean forced =
                facts.path("supports_forced_tool_use").asBoolean(true)
                        && is(facts, "supports_tool_choice");
        Optional<StructuredOutput> way = structuredOutput(facts, onBedrock, forced);
        Set<Parameter> refuses = refuses(facts, onBedrock, thinks);
        if (!forced) {
            refuses.add(Parameter.TOOL_CHOICE);
        }
        if (efforts.isEmpty()) {
            refuses.add(Parameter.REASONING_EFFORT);
        }
        if (!way.equals(Optional.of(StructuredOutput.SCHEMA))) {
            refuses.add(Parameter.RESPONSE_FORMAT);
        }
        return new Abilities(
                refuses,
                efforts,
                is(facts, "thinking_always_on") || (thinks && efforts.isEmpty()),
                way,
                forced,
                endpoints(facts),
                is(facts, "supports_prompt_caching")
                        ? facts.path("prompt_cache_min_tokens").asIntOpt()
                        : OptionalInt.empty());
    }

    /** OpenAI's models that think refuse what samples; Converse has no several completions. */
    private static Set<Parameter> refuses(JsonNode facts, boolean onBedrock, boolean thinks) {
        Set<Parameter> refuses = EnumSet.noneOf(Parameter.class);
        boolean samples = facts.path("supports_sampling_params").asBoolean(onBedrock || !thinks);
        if (!samples) {
            refuses.add(Parameter.TEMPERATURE);
            refuses.add(Parameter.TOP_P);
        }
        if (onBedrock || thinks) {
            refuses.add(Parameter.N);
        }
        if (!onBedrock && thinks) {
            refuses.add(Parameter.MAX_TOKENS);
        }
        return refuses;
    }

    private static List<Effort> efforts(String name, JsonNode facts, boolean onBedrock) {
        List<Effort> efforts = new ArrayList<>(List.of(Effort.MEDIUM, Effort.HIGH));
        if (facts.path("supports_low_reasoning_effort").asBoolean(true)) {
            efforts.add(Effort.LOW);
        }
        boolean rests =
                onBedrock && CAN_REST.matcher(name).matches() && !is(facts, "thinking_always_on");
        for (Effort effort : List.of(Effort.NONE, Effort.MINIMAL, Effort.XHIGH, Effort.MAX)) {
            if (is(facts, "supports_%s_reasoning_effort".formatted(effort.wireName()))
                    || (effort == Effort.NONE && rests)) {
                efforts.add(effort);
            }
        }
        Effort.parse(facts.path("bedrock_output_config_effort_ceiling").asString(""))
                .ifPresent(most -> efforts.removeIf(effort -> effort.compareTo(most) > 0));
        return efforts;
    }

    private static Optional<StructuredOutput> structuredOutput(
            JsonNode facts, boolean onBedrock, boolean forced) {
        boolean takesSchema =
                onBedrock
                        ? is(facts, "supports_bedrock_native_structured_output")
                                || is(facts, "supports_native_structured_output")
                        : is(facts, "supports_response_schema");
        if (takesSchema) {
            return Optional.of(StructuredOutput.SCHEMA);
        }
        return onBedrock && forced && is(facts, "supports_function_calling")
                ? Optional.of(StructuredOutput.TOOL)
                : Optional.empty();
    }

    private static Set<Endpoint> endpoints(JsonNode facts) {
        Set<Endpoint> endpoints = EnumSet.noneOf(Endpoint.class);
        for (JsonNode path : facts.path("supported_endpoints")) {
            switch (path.asString("")) {
                case "/v1/chat/completions" -> endpoints.add(Endpoint.CHAT);
                case "/v1/responses" -> endpoints.add(Endpoint.RESPONSES);
                case "/v1/decisions" -> endpoints.add(Endpoint.DECISIONS);
                case "/v1/batch" -> endpoints.add(Endpoint.BATCH);
                default -> {
                    // One that this service doesn't know.
                }
            }
        }
        if (endpoints.isEmpty()) {
            endpoints.add(
                    facts.path("mode").asString("").equals("responses")
                            ? Endpoint.RESPONSES
                            : Endpoint.CHAT);
        }
        return endpoints;
    }

    private static boolean is(JsonNode facts, String field) {
        return facts.path(field).asBoolean(false);
    }
}
