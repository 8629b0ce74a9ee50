package org.code.aiproxy.provider.bedrock.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.PromptCaching;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/**
 * A conversation as Converse takes it, with a cache point where that ends which all programs of a
 * lesson share.
 *
 * @param system the system prompt
 * @param turns the turns after it
 */
record CachedTurns(
        List<SystemContentBlock> system,
        List<software.amazon.awssdk.services.bedrockruntime.model.Message> turns) {

    private static final CachePointBlock CACHE_POINT =
            CachePointBlock.builder().type(CachePointType.DEFAULT).build();

    /**
     * @param caching how the model's prompts are cached, if it takes cache points; a prefix that is
     *     too short for it gets none
     */
    static CachedTurns of(ModelRequest request, Optional<PromptCaching> caching) {
        int cached = caching.filter(request::hasPrefixFor).isPresent() ? request.lastShared() : -1;
        List<SystemContentBlock> system = new ArrayList<>();
        List<software.amazon.awssdk.services.bedrockruntime.model.Message> turns =
                new ArrayList<>();
        for (int i = 0; i < request.messages().size(); i++) {
            Message message = request.messages().get(i);
            boolean endsPrefix = i == cached;
            switch (message.role()) {
                case SYSTEM -> system.addAll(system(message, endsPrefix));
                case USER -> turns.add(turn(ConversationRole.USER, message, endsPrefix));
                case ASSISTANT -> turns.add(turn(ConversationRole.ASSISTANT, message, endsPrefix));
            }
        }
        return new CachedTurns(system, turns);
    }

    private static List<SystemContentBlock> system(Message message, boolean endsPrefix) {
        SystemContentBlock text =
                SystemContentBlock.fromText(BlankText.replaced(message.content()));
        return endsPrefix
                ? List.of(text, SystemContentBlock.fromCachePoint(CACHE_POINT))
                : List.of(text);
    }

    private static software.amazon.awssdk.services.bedrockruntime.model.Message turn(
            ConversationRole role, Message message, boolean endsPrefix) {
        return software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                .role(role)
                .content(endsPrefix ? aroundCachePoint(message) : whole(message))
                .build();
    }

    private static List<ContentBlock> whole(Message message) {
        return List.of(ContentBlock.fromText(BlankText.replaced(message.content())));
    }

    private static List<ContentBlock> aroundCachePoint(Message message) {
        List<ContentBlock> content = new ArrayList<>();
        content.add(ContentBlock.fromText(BlankText.replaced(message.sharedText())));
        content.add(ContentBlock.fromCachePoint(CACHE_POINT));
        if (!message.ownText().isEmpty()) {
            content.add(ContentBlock.fromText(message.ownText()));
        }
        return content;
    }
}
