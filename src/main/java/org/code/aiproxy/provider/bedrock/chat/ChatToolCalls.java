package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.provider.bedrock.converse.BlankText;
import org.code.aiproxy.provider.bedrock.converse.Documents;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads calls of tools in the conversation so far, and what came of them.
 *
 * @param asText whether to describe them in words. Converse takes them as blocks only together with
 *     tools that the model can call, so a conversation that goes on without tools has them as text.
 */
record ChatToolCalls(boolean asText) {

    /** What an assistant's message calls. */
    List<ContentBlock> calls(RequestField calls) {
        return calls.isGiven() ? calls.items().stream().map(this::call).toList() : List.of();
    }

    private ContentBlock call(RequestField call) {
        // Calls that a client put together from a stream can still have their index.
        call.objectOf(Set.of("id", "type", "function", "index"));
        RequestField type = call.member("type");
        if (!type.text().equals("function")) {
            throw type.refused("can only be \"function\" for a model on Bedrock.");
        }
        RequestField function = call.member("function").objectOf(Set.of("name", "arguments"));
        String id = call.member("id").text();
        String name = function.member("name").text();
        JsonNode arguments = arguments(function.member("arguments"));
        return asText
                ? ContentBlock.fromText("Call %s of %s: %s".formatted(id, name, arguments))
                : ContentBlock.fromToolUse(use ->
                        use.toolUseId(ToolNames.taken(id))
                                .name(ToolNames.taken(name))
                                .input(Documents.of(arguments)));
    }

    private static JsonNode arguments(RequestField arguments) {
        String json = arguments.text();
        try {
            JsonNode read =
                    json.isBlank()
                            ? Documents.EXACT.createObjectNode()
                            : Documents.EXACT.readTree(json);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            // The same answer as for JSON other than an object.
        }
        throw arguments.refused("must be a JSON object, written as a string.");
    }

    /** A message with the role {@code tool}. */
    ContentBlock result(RequestField message) {
        // Some clients repeat the tool's name.
        message.objectOf(Set.of("role", "content", "tool_call_id", "name"));
        String id = message.member("tool_call_id").text();
        List<String> written = ChatParts.texts(message.member("content"));
        List<String> texts = written.isEmpty() ? List.of(BlankText.replaced("")) : written;
        if (asText) {
            return ContentBlock.fromText(
                    "Result of %s: %s".formatted(id, String.join("\n", texts)));
        }
        Stream<ToolResultContentBlock> blocks =
                texts.stream().map(ToolResultContentBlock::fromText);
        return ContentBlock.fromToolResult(
                result -> result.toolUseId(ToolNames.taken(id)).content(blocks.toList()));
    }
}
