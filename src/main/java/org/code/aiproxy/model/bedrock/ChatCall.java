package org.code.aiproxy.model.bedrock;

import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.model.ModelCard.StructuredOutput;
import org.code.aiproxy.model.ModelException;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import tools.jackson.core.JacksonException;

/**
 * A request in the form of OpenAI's chat completions, read for Converse.
 *
 * @param converse what is asked of the model
 * @param answersByTool whether the answer comes as the input of a tool that the model must call
 * @param choices how many answers are wanted
 * @param tellsUsage whether a stream ends with the tokens that were used
 */
record ChatCall(ConverseCall converse, boolean answersByTool, int choices, boolean tellsUsage) {

    /** As many as a caller can ask for in one request; each is a call of its own. */
    private static final int MOST_CHOICES = 10;

    /**
     * @throws ModelException.Unsupported when the model can't do what is asked, naming the field
     */
    static ChatCall read(byte[] json, boolean isStreamed, ConverseApi.Model model) {
        RequestField request = request(json);
        ChatFields.check(request);
        if (request.member("stream").isGiven()) {
            request.member("stream").flag();
        }
        Optional<ConverseSchema> form = ChatForm.read(request.member("response_format"));
        Optional<StructuredOutput> way = form.map(it -> way(request, model));
        Optional<ToolConfiguration> tools =
                ChatTools.read(
                        request,
                        model.structuredOutput().equals(Optional.of(StructuredOutput.SCHEMA)));
        boolean answersByTool = way.equals(Optional.of(StructuredOutput.TOOL));
        if (answersByTool && tools.isPresent()) {
            throw request.member("response_format")
                    .refused("can't be a JSON schema together with tools for this model.");
        }
        ConverseCall converse =
                new ConverseCall(
                        model.id(),
                        ChatMessages.read(
                                request.member("messages"), new ChatToolCalls(tools.isEmpty())),
                        ChatSettings.read(request, model),
                        answersByTool ? form.map(ConverseSchema::tool) : tools,
                        answersByTool ? Optional.empty() : form.map(ConverseSchema::output),
                        ChatTier.read(request.member("service_tier")),
                        ChatMetadata.read(request.member("metadata")));
        return new ChatCall(
                converse, answersByTool, choices(request), tellsUsage(request, isStreamed));
    }

    private static RequestField request(byte[] json) {
        try {
            return new RequestField("", Documents.EXACT.readTree(json)).object();
        } catch (JacksonException e) {
            throw new ModelException.Unsupported("body", "is not JSON.");
        }
    }

    /** A model that nothing is known of may be able to call tools, as most are. */
    private static StructuredOutput way(RequestField request, ConverseApi.Model model) {
        return model.structuredOutput()
                .or(() ->
                        model.card().isEmpty()
                                ? Optional.of(StructuredOutput.TOOL)
                                : Optional.empty())
                .orElseThrow(() ->
                        request.member("response_format")
                                .refused("can't be a JSON schema for this model."));
    }

    private static int choices(RequestField request) {
        RequestField n = request.member("n");
        return n.isGiven() ? n.wholeNumber(1, MOST_CHOICES) : 1;
    }

    private static boolean tellsUsage(RequestField request, boolean isStreamed) {
        RequestField options = request.member("stream_options");
        if (!options.isGiven()) {
            return false;
        }
        if (!isStreamed) {
            throw options.refused("is for streams: send stream as true, or leave it out.");
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
