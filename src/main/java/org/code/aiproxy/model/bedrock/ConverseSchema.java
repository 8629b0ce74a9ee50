package org.code.aiproxy.model.bedrock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.ModelCard.StructuredOutput;
import org.code.aiproxy.model.ResponseSchema;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import tools.jackson.databind.json.JsonMapper;

/** Holds Bedrock's models to a schema: by Converse's structured output, or by a forced tool. */
final class ConverseSchema {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ConverseSchema() {}

    static void hold(
            ConverseRequest.Builder converse, ResponseSchema schema, StructuredOutput way) {
        switch (way) {
            case SCHEMA ->
                    converse.outputConfig(output ->
                            output.textFormat(format ->
                                    format.type(OutputFormatType.JSON_SCHEMA)
                                            .structure(structure ->
                                                    structure.jsonSchema(json ->
                                                            json.name(schema.name())
                                                                    .schema(text(schema))))));
            case TOOL ->
                    converse.toolConfig(tools ->
                            tools.tools(tool(schema))
                                    .toolChoice(
                                            choice -> choice.tool(it -> it.name(schema.name()))));
        }
    }

    /** What was written for a forced tool, as JSON. */
    static Optional<String> answer(ContentBlock block) {
        return Optional.ofNullable(block.toolUse())
                .flatMap(use -> Optional.ofNullable(use.input()))
                .map(input -> MAPPER.writeValueAsString(input.unwrap()));
    }

    private static String text(ResponseSchema schema) {
        return MAPPER.writeValueAsString(schema.schema());
    }

    private static Tool tool(ResponseSchema schema) {
        return Tool.fromToolSpec(spec ->
                spec.name(schema.name())
                        .description("Takes the answer.")
                        .inputSchema(input -> input.json(document(schema.schema()))));
    }

    private static Document document(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Document.MapBuilder builder = Document.mapBuilder();
                map.forEach((key, one) -> builder.putDocument(key.toString(), document(one)));
                yield builder.build();
            }
            case List<?> list -> {
                Document.ListBuilder builder = Document.listBuilder();
                list.forEach(one -> builder.addDocument(document(one)));
                yield builder.build();
            }
            case Boolean flag -> Document.fromBoolean(flag);
            default -> Document.fromString(value.toString());
        };
    }
}
