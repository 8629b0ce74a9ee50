package org.code.aiproxy.provider.bedrock.chat;

import java.util.Optional;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a model stopped, in OpenAI's words. An answer that was paid for is passed on whatever ended
 * it: a reason that has no word of OpenAI's, such as output that Bedrock calls malformed, is {@code
 * stop}.
 *
 * @param reason OpenAI's word
 * @param nativeReason Bedrock's own, where OpenAI has no word for it
 */
record ChatFinish(String reason, Optional<String> nativeReason) {

    private static final String STOP = "stop";

    /**
     * @param wireName the reason as Bedrock writes it
     * @throws ModelException.Garbled where there is none, as in what is not a completion
     */
    static ChatFinish of(@Nullable String wireName, boolean answersByTool) {
        if (wireName == null) {
            throw new ModelException.Garbled(
                    BedrockFaults.PROVIDER, "did not say why the answer ended.");
        }
        return switch (StopReason.fromValue(wireName)) {
            case END_TURN, STOP_SEQUENCE -> ofOpenAi(STOP);
            case TOOL_USE -> ofOpenAi(answersByTool ? STOP : "tool_calls");
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> ofOpenAi("length");
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> ofOpenAi("content_filter");
            case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE, UNKNOWN_TO_SDK_VERSION ->
                    new ChatFinish(STOP, Optional.of(wireName));
        };
    }

    private static ChatFinish ofOpenAi(String reason) {
        return new ChatFinish(reason, Optional.empty());
    }

    /** Whether the model said all that it wanted to say, in the form that was asked for. */
    boolean isComplete() {
        return reason.equals(STOP) && nativeReason.isEmpty();
    }

    /** Writes the reason into an answer's choice, Bedrock's as OpenRouter does. */
    void write(ObjectNode choice) {
        choice.put("finish_reason", reason);
        nativeReason.ifPresent(own -> choice.put("native_finish_reason", own));
    }
}
