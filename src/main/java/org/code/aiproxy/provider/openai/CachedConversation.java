package org.code.aiproxy.provider.openai;

import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionContentPartText.PromptCacheBreakpoint;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams.PromptCacheOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.PromptCaching;

/**
 * A conversation as OpenAI takes it, with what helps its cache to find what all programs of a
 * lesson share (<a href="https://developers.openai.com/api/docs/guides/prompt-caching">prompt
 * caching</a>).
 *
 * @param messages the conversation
 * @param key says that requests share a beginning, so that they reach the same cache; empty for
 *     none
 * @param breakpoint the message that ends the beginning, where the model has to be told; else -1
 */
record CachedConversation(List<Message> messages, Optional<String> key, int breakpoint) {

    private static final int NONE = -1;

    /**
     * @param caching how the model's prompts are cached, where the server takes what helps that
     */
    static CachedConversation of(ModelRequest request, Optional<PromptCaching> caching) {
        Optional<String> key = caching.flatMap(_ -> request.prefixKey());
        boolean hasBreakpoint =
                key.isPresent() && caching.filter(PromptCaching::atBreakpoints).isPresent();
        return new CachedConversation(
                request.messages(), key, hasBreakpoint ? breakpoint(request) : NONE);
    }

    /** Breakpoints go on input; what the assistant said has none. */
    private static int breakpoint(ModelRequest request) {
        int last = request.lastShared();
        return request.messages().get(last).role() == Message.Role.ASSISTANT ? last - 1 : last;
    }

    void addTo(ChatCompletionCreateParams.Builder params) {
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            boolean endsPrefix = i == breakpoint;
            switch (message.role()) {
                case SYSTEM -> addSystem(params, message, endsPrefix);
                case USER -> addUser(params, message, endsPrefix);
                case ASSISTANT -> params.addAssistantMessage(message.content());
            }
        }
        key.ifPresent(params::promptCacheKey);
        if (breakpoint != NONE) {
            // Else the program is written to the cache too, which costs more than it is worth.
            params.promptCacheOptions(
                    PromptCacheOptions.builder().mode(PromptCacheOptions.Mode.EXPLICIT).build());
        }
    }

    private static void addSystem(
            ChatCompletionCreateParams.Builder params, Message message, boolean endsPrefix) {
        if (endsPrefix) {
            params.addSystemMessageOfArrayOfContentParts(List.of(upToHere(message.content())));
        } else {
            params.addSystemMessage(message.content());
        }
    }

    private static void addUser(
            ChatCompletionCreateParams.Builder params, Message message, boolean endsPrefix) {
        if (!endsPrefix) {
            params.addUserMessage(message.content());
            return;
        }
        List<ChatCompletionContentPart> parts = new ArrayList<>();
        parts.add(ChatCompletionContentPart.ofText(upToHere(message.sharedText())));
        if (!message.ownText().isEmpty()) {
            parts.add(
                    ChatCompletionContentPart.ofText(
                            ChatCompletionContentPartText.builder()
                                    .text(message.ownText())
                                    .build()));
        }
        params.addUserMessageOfArrayOfContentParts(parts);
    }

    private static ChatCompletionContentPartText upToHere(String text) {
        return ChatCompletionContentPartText.builder()
                .text(text)
                .promptCacheBreakpoint(PromptCacheBreakpoint.builder().build())
                .build();
    }
}
