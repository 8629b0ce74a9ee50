package org.code.aiproxy.model.openai;

import com.openai.core.JsonField;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.completions.CompletionUsage.CompletionTokensDetails;
import com.openai.models.completions.CompletionUsage.PromptTokensDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.Usage;

/** Reads what came of a chat completion; what a server leaves out is no reason to lose the rest. */
final class ChatResult {

    private ChatResult() {}

    /**
     * Reads one choice.
     *
     * @param couldBeLonger whether the model could have written more than the call allowed
     */
    static Completion completion(ChatCompletion.Choice choice, boolean couldBeLonger) {
        String text =
                choice.message()
                        .content()
                        .filter(it -> !it.isEmpty())
                        .orElseGet(() -> byTool(choice));
        return new Completion(text, finishReason(choice, couldBeLonger));
    }

    /** What was written for a tool that had to be called. */
    private static String byTool(ChatCompletion.Choice choice) {
        return choice.message().toolCalls().stream()
                .flatMap(List::stream)
                .flatMap(call -> call.function().stream())
                .map(call -> call.function().arguments())
                .collect(Collectors.joining());
    }

    /** A tool is called where the answer has to come through one. */
    private static FinishReason finishReason(ChatCompletion.Choice choice, boolean couldBeLonger) {
        String reason = choice._finishReason().asKnown().map(it -> it.asString()).orElse("");
        return switch (reason) {
            case "stop", "tool_calls", "function_call" -> FinishReason.STOP;
            case "length", "max_tokens" ->
                    couldBeLonger ? FinishReason.REQUESTED_LENGTH : FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }

    /** Some servers count thinking beside the output; their total has it. */
    static Usage usage(ChatCompletion completion) {
        return completion._usage().asKnown().map(ChatResult::usage).orElse(Usage.NONE);
    }

    private static Usage usage(CompletionUsage usage) {
        Optional<PromptTokensDetails> input = usage._promptTokensDetails().asKnown();
        return new Usage(
                count(usage._promptTokens()),
                count(usage._completionTokens()),
                detail(input, PromptTokensDetails::_cachedTokens),
                detail(input, PromptTokensDetails::_cacheWriteTokens),
                detail(
                        usage._completionTokensDetails().asKnown(),
                        CompletionTokensDetails::_reasoningTokens),
                count(usage._totalTokens()));
    }

    private static <T> long detail(Optional<T> details, Function<T, JsonField<Long>> field) {
        return details.map(it -> count(field.apply(it))).orElse(0L);
    }

    private static long count(JsonField<Long> field) {
        return field.asKnown().filter(count -> count >= 0).orElse(0L);
    }
}
