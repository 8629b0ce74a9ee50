package org.code.aiproxy.provider.bedrock.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
import org.code.aiproxy.provider.bedrock.converse.TokenCounts;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStart;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlockStart;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns one stream's events into the chunks of one choice. */
final class ChatChunks implements ConverseStreamResponseHandler.Visitor {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final boolean answersByTool;
    private final ToolNames toolNames;
    private final int index;
    private final Consumer<ObjectNode> choices;

    /** By the index of a content block: the index among the tool calls. */
    private final Map<Integer, Integer> toolCalls = new HashMap<>();

    /** Content blocks that call a tool, and have no input yet. */
    private final Set<Integer> withoutInput = new HashSet<>();

    private final AtomicReference<Optional<ChatFinish>> finish =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Usage>> counts = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> tier = new AtomicReference<>(Optional.empty());

    /**
     * @param answersByTool whether the content is what is written for a tool
     * @param toolNames what the caller calls the tools
     * @param index which of the choices it is, from 0
     * @param choices takes the choice of each chunk
     */
    ChatChunks(
            boolean answersByTool, ToolNames toolNames, int index, Consumer<ObjectNode> choices) {
        this.answersByTool = answersByTool;
        this.toolNames = toolNames;
        this.index = index;
        this.choices = choices;
    }

    /** The tokens that were used, once Bedrock has told them. */
    Optional<Usage> counts() {
        return counts.get();
    }

    /** The service tier that was used, if Bedrock has told it. */
    Optional<String> tier() {
        return tier.get();
    }

    /**
     * A broken connection can look like the end of a stream.
     *
     * @param withCounts whether the answer is complete only with its usage, which comes last
     * @throws ModelException when the stream ended before the answer did
     */
    void requireFinished(boolean withCounts) {
        if (finish.get().isEmpty() || (withCounts && counts.get().isEmpty())) {
            throw new ModelException.Unavailable(
                    BedrockFaults.PROVIDER, "ended the stream before the answer was complete.");
        }
    }

    @Override
    public void visitMessageStart(MessageStartEvent event) {
        pass(delta().put("role", "assistant").put("content", "").putNull("refusal"));
    }

    @Override
    public void visitContentBlockStart(ContentBlockStartEvent event) {
        Optional.ofNullable(event.start())
                .map(ContentBlockStart::toolUse)
                .ifPresent(use -> begin(event.contentBlockIndex(), use));
    }

    private void begin(int block, ToolUseBlockStart use) {
        int call = toolCalls.size();
        toolCalls.put(block, call);
        withoutInput.add(block);
        if (!answersByTool) {
            ObjectNode delta = delta();
            toolCall(delta, call)
                    .put("id", use.toolUseId())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", toolNames.original(use.name()))
                    .put("arguments", "");
            pass(delta);
        }
    }

    @Override
    public void visitContentBlockDelta(ContentBlockDeltaEvent event) {
        if (event.delta() == null) {
            return;
        }
        String text = event.delta().text();
        if (text != null && !text.isEmpty() && !answersByTool) {
            pass(delta().put("content", text));
        }
        if (event.delta().toolUse() != null) {
            input(event.contentBlockIndex(), event.delta().toolUse().input());
        }
    }

    @Override
    public void visitContentBlockStop(ContentBlockStopEvent event) {
        if (withoutInput.contains(event.contentBlockIndex())) {
            input(event.contentBlockIndex(), "{}");
        }
    }

    private void input(int block, String json) {
        if (json.isEmpty() || !toolCalls.containsKey(block)) {
            return;
        }
        if (answersByTool && toolCalls.get(block) > 0) {
            // The answer is what was written first, as in one that isn't streamed.
            return;
        }
        withoutInput.remove(block);
        ObjectNode delta = delta();
        if (answersByTool) {
            delta.put("content", json);
        } else {
            toolCall(delta, toolCalls.get(block)).putObject("function").put("arguments", json);
        }
        pass(delta);
    }

    @Override
    public void visitMessageStop(MessageStopEvent event) {
        ChatFinish reason = ChatFinish.of(event.stopReasonAsString(), answersByTool);
        if (answersByTool && toolCalls.isEmpty() && reason.isComplete()) {
            throw ChatAnswer.withoutForm();
        }
        finish.set(Optional.of(reason));
        pass(delta());
    }

    @Override
    public void visitMetadata(ConverseStreamMetadataEvent event) {
        counts.set(Optional.of(TokenCounts.of(event.usage())));
        tier.set(ChatTier.used(event.serviceTier()));
    }

    private void pass(ObjectNode delta) {
        ObjectNode choice = NODES.objectNode().put("index", index);
        choice.set("delta", delta);
        choice.putNull("logprobs");
        finish.get()
                .ifPresentOrElse(
                        reason -> reason.write(choice), () -> choice.putNull("finish_reason"));
        choices.accept(choice);
    }

    private static ObjectNode delta() {
        return NODES.objectNode();
    }

    private static ObjectNode toolCall(ObjectNode delta, int call) {
        return delta.putArray("tool_calls").addObject().put("index", call);
    }
}
