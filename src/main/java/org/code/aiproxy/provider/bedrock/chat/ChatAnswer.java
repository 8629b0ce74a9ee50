package org.code.aiproxy.provider.bedrock.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
import org.code.aiproxy.provider.bedrock.converse.ConverseApi;
import org.code.aiproxy.provider.bedrock.converse.ConverseSchema;
import org.code.aiproxy.provider.bedrock.converse.Documents;
import org.code.aiproxy.provider.bedrock.converse.TokenCounts;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One choice of an answer in the form of OpenAI's chat completions.
 *
 * @param call what was asked
 * @param response what Converse answered
 */
record ChatAnswer(ChatCall call, ConverseResponse response) {

    static Usage counts(List<ChatAnswer> answers) {
        return answers.stream()
                .map(answer -> TokenCounts.of(answer.response.usage()))
                .reduce(Usage.NONE, Usage::plus);
    }

    /** Writes all choices as one chat completion. */
    static byte[] write(String model, List<ChatAnswer> answers) {
        ObjectNode completion = ChatEnvelope.of(model).open("chat.completion");
        ArrayNode choices = completion.putArray("choices");
        answers.forEach(answer -> answer.write(choices));
        completion.set("usage", ChatEnvelope.usage(counts(answers)));
        answers.stream()
                .flatMap(answer -> ChatTier.used(answer.response.serviceTier()).stream())
                .findFirst()
                .ifPresent(tier -> completion.put("service_tier", tier));
        return completion.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(ArrayNode choices) {
        List<ContentBlock> content = ConverseApi.content(response);
        boolean answersByTool = call.answersByTool();
        ChatFinish finish = ChatFinish.of(response.stopReasonAsString(), answersByTool);
        ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        Optional<String> text = answersByTool ? formed(content, finish) : text(content);
        text.ifPresentOrElse(it -> message.put("content", it), () -> message.putNull("content"));
        message.putNull("refusal");
        if (!answersByTool) {
            writeCalls(content, message, call.toolNames());
        }
        finish.write(choice.putNull("logprobs"));
    }

    /** Reasoning is a kind of block of its own, and stays out. */
    private static Optional<String> text(List<ContentBlock> content) {
        return Optional.of(
                        content.stream()
                                .map(ContentBlock::text)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining()))
                .filter(text -> !text.isEmpty() || content.stream().noneMatch(ChatAnswer::isCall));
    }

    private static boolean isCall(ContentBlock block) {
        return block.toolUse() != null;
    }

    /** What was written for the tool that had to be called. */
    private static Optional<String> formed(List<ContentBlock> content, ChatFinish finish) {
        Optional<String> answer =
                content.stream()
                        .flatMap(block -> ConverseSchema.answer(block).stream())
                        .findFirst();
        if (answer.isEmpty() && finish.isComplete()) {
            throw withoutForm();
        }
        return answer;
    }

    static ModelException.Unavailable withoutForm() {
        return new ModelException.Garbled(
                BedrockFaults.PROVIDER, "gave an answer without the requested format.");
    }

    private static void writeCalls(
            List<ContentBlock> content, ObjectNode message, ToolNames toolNames) {
        List<ToolUseBlock> uses =
                content.stream().filter(ChatAnswer::isCall).map(ContentBlock::toolUse).toList();
        if (uses.isEmpty()) {
            return;
        }
        ArrayNode calls = message.putArray("tool_calls");
        for (ToolUseBlock use : uses) {
            calls.addObject()
                    .put("id", use.toolUseId())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", toolNames.original(use.name()))
                    .put("arguments", arguments(use));
        }
    }

    private static String arguments(ToolUseBlock use) {
        return Optional.ofNullable(use.input()).map(Documents::json).orElse("{}");
    }
}
