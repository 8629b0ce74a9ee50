package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.provider.adaptation.AnswerForm;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.bedrock.converse.Documents;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolSpecification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the tools that a model can call, and which of them it may. */
final class ChatTools {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private static final ToolChoice AUTO = ToolChoice.fromAuto(auto -> {});

    private ChatTools() {}

    /**
     * Reads {@code tools} and {@code tool_choice}. Converse has no way to offer tools and forbid
     * calling them, so none are offered then.
     *
     * @param shape the form in which the model takes requests. One that has structured output can
     *     be held to a tool's schema; others do what they can.
     */
    static Optional<ToolConfiguration> read(RequestField request, RequestShape shape) {
        boolean takesStrict = shape.form() == AnswerForm.SCHEMA;
        RequestField tools = request.member("tools");
        List<ToolSpecification> specifications =
                tools.isGiven()
                        ? tools.items().stream().map(tool -> tool(tool, takesStrict)).toList()
                        : List.of();
        Optional<ToolChoice> choice = choice(request.member("tool_choice"), specifications);
        if (choice.isEmpty() || specifications.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ToolConfiguration.builder()
                        .tools(specifications.stream().map(Tool::fromToolSpec).toList())
                        .toolChoice(shape.takes(Parameter.TOOL_CHOICE) ? choice.get() : AUTO)
                        .build());
    }

    private static ToolSpecification tool(RequestField tool, boolean takesStrict) {
        tool.objectOf(Set.of("type", "function"));
        requireFunction(tool.member("type"));
        RequestField function =
                tool.member("function")
                        .objectOf(Set.of("name", "description", "parameters", "strict"));
        ToolSpecification.Builder specification =
                ToolSpecification.builder()
                        .name(name(function.member("name")))
                        .inputSchema(schema ->
                                schema.json(
                                        Documents.of(parameters(function.member("parameters")))));
        RequestField description = function.member("description");
        if (description.isGiven() && !description.text().isBlank()) {
            specification.description(description.text());
        }
        RequestField strict = function.member("strict");
        if (strict.isGiven() && strict.flag() && takesStrict) {
            specification.strict(true);
        }
        return specification.build();
    }

    private static String name(RequestField name) {
        if (name.text().isBlank()) {
            throw name.refused("must not be blank.");
        }
        return ToolNames.taken(name.text());
    }

    /** Converse wants to be told that a function takes an object, whatever else is said of it. */
    private static JsonNode parameters(RequestField parameters) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
        if (!parameters.isGiven()) {
            return schema;
        }
        RequestField type = parameters.object().member("type");
        boolean canBeObject =
                !type.isGiven()
                        || type.value().asString("").equals("object")
                        || type.value()
                                .valueStream()
                                .anyMatch(one -> one.asString("").equals("object"));
        if (!canBeObject) {
            throw type.refused("must be \"object\" for a model on Bedrock.");
        }
        parameters.value().properties().stream()
                .filter(field -> !field.getKey().equals("type"))
                .forEach(field -> schema.set(field.getKey(), field.getValue()));
        return schema;
    }

    /** Empty where the model may not call any. */
    private static Optional<ToolChoice> choice(RequestField choice, List<ToolSpecification> tools) {
        if (!choice.isGiven()) {
            return Optional.of(AUTO);
        }
        if (choice.value().isObject()) {
            return Optional.of(named(choice, tools));
        }
        return switch (choice.text()) {
            case "none" -> Optional.empty();
            case "auto" -> Optional.of(AUTO);
            case "required" -> Optional.of(any(choice, tools));
            default ->
                    throw choice.refused(
                            "must be \"none\", \"auto\", \"required\", or a function's name in an"
                                    + " object.");
        };
    }

    private static ToolChoice named(RequestField choice, List<ToolSpecification> tools) {
        choice.objectOf(Set.of("type", "function"));
        requireFunction(choice.member("type"));
        RequestField name = choice.member("function").objectOf(Set.of("name")).member("name");
        if (tools.stream().noneMatch(tool -> tool.name().equals(ToolNames.taken(name.text())))) {
            throw name.refused("is not the name of one of the tools.");
        }
        return ToolChoice.fromTool(tool -> tool.name(ToolNames.taken(name.text())));
    }

    private static void requireFunction(RequestField type) {
        if (!type.text().equals("function")) {
            throw type.refused("can only be \"function\" for a model on Bedrock.");
        }
    }

    private static ToolChoice any(RequestField choice, List<ToolSpecification> tools) {
        if (tools.isEmpty()) {
            throw choice.refused("can't be \"required\" without tools.");
        }
        return ToolChoice.fromAny(any -> {});
    }
}
