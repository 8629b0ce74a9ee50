package org.code.aiproxy.provider.bedrock.converse;

import java.util.Optional;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.ResponseSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.JsonSchemaDefinition;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form that an answer must have. Bedrock's models are constrained to it by Converse's
 * structured output, or by a tool that they have to call.
 *
 * @param name letters, digits, hyphens, underscores
 * @param description what the answer is, for the model
 * @param schema JSON Schema
 */
public record ConverseSchema(String name, Optional<String> description, JsonNode schema) {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    static ConverseSchema of(ResponseSchema schema) {
        return new ConverseSchema(
                schema.name(), Optional.empty(), MAPPER.valueToTree(schema.schema()));
    }

    /** Converse's structured output. */
    public OutputConfig output() {
        JsonSchemaDefinition.Builder definition =
                JsonSchemaDefinition.builder().name(name).schema(schema.toString());
        description.ifPresent(definition::description);
        return OutputConfig.builder()
                .textFormat(format ->
                        format.type(OutputFormatType.JSON_SCHEMA)
                                .structure(it -> it.jsonSchema(definition.build())))
                .build();
    }

    /** The tool that has to be called. */
    public ToolConfiguration tool() {
        return ToolConfiguration.builder()
                .tools(
                        Tool.fromToolSpec(spec ->
                                spec.name(name)
                                        .description(description.orElse("Takes the answer."))
                                        .inputSchema(it -> it.json(Documents.of(schema)))))
                .toolChoice(choice -> choice.tool(it -> it.name(name)))
                .build();
    }

    /** What was written for a forced tool, as JSON. */
    public static Optional<String> answer(ContentBlock block) {
        return Optional.ofNullable(block.toolUse()).map(ToolUseBlock::input).map(Documents::json);
    }
}
