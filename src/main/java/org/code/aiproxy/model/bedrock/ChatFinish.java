package org.code.aiproxy.model.bedrock;

import org.code.aiproxy.model.ModelException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;

/** Why a model stopped, in OpenAI's words. */
final class ChatFinish {

    static final String STOP = "stop";

    private ChatFinish() {}

    /**
     * @param wireName the reason as Bedrock writes it
     * @throws ModelException where the answer can't be used, or nobody can tell
     */
    static String reason(@Nullable String wireName, boolean answersByTool) {
        return switch (StopReason.fromValue(wireName)) {
            case END_TURN, STOP_SEQUENCE -> STOP;
            case TOOL_USE -> answersByTool ? STOP : "tool_calls";
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> "length";
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> "content_filter";
            case null, default ->
                    throw new ModelException.Garbled(
                            BedrockFaults.PROVIDER,
                            "ended the answer for the reason \"%s\".".formatted(wireName));
        };
    }
}
