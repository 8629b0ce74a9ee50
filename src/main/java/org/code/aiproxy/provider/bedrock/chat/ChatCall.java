package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.adaptation.AnswerForm;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.bedrock.converse.ConverseSchema;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/**
 * A request in the form of OpenAI's chat completions, put into Converse's.
 *
 * @param converse what is asked of the model
 * @param answersByTool whether the answer comes as the input of a tool that the model must call
 * @param choices how many answers are wanted
 * @param tellsUsage whether a stream ends with the tokens that were used
 * @param toolNames what the caller calls the tools
 * @param adjusted what is done otherwise than the request asks
 */
record ChatCall(
        ConverseCall converse,
        boolean answersByTool,
        int choices,
        boolean tellsUsage,
        ToolNames toolNames,
        List<Adjustment> adjusted) {

    /**
     * @throws ModelException.Unsupported when the model can't do what is asked, naming the field
     */
    static ChatCall of(ChatQuestion question, RequestShape shape) {
        RequestField fields = question.fields();
        Optional<ConverseSchema> schema = ChatForm.read(fields.member("response_format"));
        boolean answersByTool = schema.isPresent() && shape.form() == AnswerForm.TOOL;
        Optional<ToolConfiguration> tools = ChatTools.read(fields, shape);
        refuseUnlessPossible(fields, shape, schema.isPresent(), tools.isPresent());
        ChatSettings settings = ChatSettings.read(question, shape);
        ConverseCall converse =
                new ConverseCall(
                        question.model().id(),
                        ChatMessages.read(
                                fields.member("messages"), new ChatToolCalls(tools.isEmpty())),
                        settings.inference(),
                        settings.thinking(),
                        answersByTool ? schema.map(ConverseSchema::tool) : tools,
                        answersByTool ? Optional.empty() : schema.map(ConverseSchema::output),
                        ChatTier.read(fields.member("service_tier")),
                        ChatMetadata.read(fields.member("metadata")));
        return new ChatCall(
                converse,
                answersByTool,
                question.choices(),
                tellsUsage(fields, question.isStreamed()),
                ToolNames.of(fields),
                Stream.concat(
                                shape.adjustments(question.asked().parameters()).stream(),
                                settings.adjusted().stream())
                        .distinct()
                        .toList());
    }

    private static void refuseUnlessPossible(
            RequestField fields, RequestShape shape, boolean hasSchema, boolean hasTools) {
        RequestField format = fields.member("response_format");
        if (hasSchema && shape.form() == AnswerForm.PROMPT) {
            throw format.refused("can't be a JSON schema for this model.");
        }
        if (hasSchema && hasTools && shape.form() == AnswerForm.TOOL) {
            throw format.refused("can't be a JSON schema together with tools for this model.");
        }
    }

    private static boolean tellsUsage(RequestField request, boolean isStreamed) {
        RequestField options = request.member("stream_options");
        if (!options.isGiven()) {
            return false;
        }
        if (!isStreamed) {
            throw options.refused("only applies to streams: set stream to true, or leave it out.");
        }
        options.objectOf(Set.of("include_usage", "include_obfuscation"));
        RequestField obfuscation = options.member("include_obfuscation");
        if (obfuscation.isGiven() && obfuscation.flag()) {
            throw obfuscation.unknown();
        }
        RequestField usage = options.member("include_usage");
        return usage.isGiven() && usage.flag();
    }
}
