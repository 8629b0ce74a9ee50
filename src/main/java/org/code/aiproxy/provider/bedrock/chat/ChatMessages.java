package org.code.aiproxy.provider.bedrock.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/**
 * A conversation as Converse takes it: system text apart, wherever it stood, and turns of user and
 * assistant that alternate, the first being the user's.
 */
record ChatMessages(List<SystemContentBlock> system, List<Message> turns) {

    private static final Set<String> SAID = Set.of("role", "content");

    static ChatMessages read(RequestField messages, ChatToolCalls tools) {
        List<SystemContentBlock> system = new ArrayList<>();
        List<Message> turns = new ArrayList<>();
        for (RequestField message : messages.items()) {
            RequestField role = message.object().member("role");
            switch (role.text()) {
                case "system", "developer" -> system.addAll(system(message));
                case "user" -> add(turns, ConversationRole.USER, user(message));
                case "assistant" ->
                        add(turns, ConversationRole.ASSISTANT, assistant(message, tools));
                case "tool" -> add(turns, ConversationRole.USER, List.of(tools.result(message)));
                case String other ->
                        throw role.refused(
                                "can't be \"%s\": it is system, developer, user, assistant or tool."
                                        .formatted(other));
            }
        }
        if (turns.isEmpty() || turns.getFirst().role() != ConversationRole.USER) {
            throw messages.refused(
                    "must begin with a user's message, after any system messages, for a model on"
                            + " Bedrock.");
        }
        return new ChatMessages(system, turns);
    }

    private static List<SystemContentBlock> system(RequestField message) {
        return ChatParts.texts(message.objectOf(SAID).member("content")).stream()
                .map(SystemContentBlock::fromText)
                .toList();
    }

    private static List<ContentBlock> user(RequestField message) {
        return ChatParts.blocks(message.objectOf(SAID).member("content"));
    }

    private static List<ContentBlock> assistant(RequestField message, ChatToolCalls tools) {
        RequestField annotations = message.member("annotations");
        message.objectOf(
                annotations.value().isArray() && annotations.value().isEmpty()
                        ? Set.of("role", "content", "refusal", "tool_calls", "annotations")
                        : Set.of("role", "content", "refusal", "tool_calls"));
        Stream<ContentBlock> said =
                Stream.of("content", "refusal")
                        .map(message::member)
                        .filter(RequestField::isGiven)
                        .flatMap(field -> ChatParts.texts(field).stream())
                        .map(ChatParts::text);
        List<ContentBlock> blocks =
                Stream.concat(said, tools.calls(message.member("tool_calls")).stream()).toList();
        return blocks.isEmpty() ? List.of(ChatParts.text("")) : blocks;
    }

    /** Converse takes no two turns of the same role in a row. */
    private static void add(List<Message> turns, ConversationRole role, List<ContentBlock> blocks) {
        boolean goesOn = !turns.isEmpty() && turns.getLast().role() == role;
        List<ContentBlock> content = new ArrayList<>();
        if (goesOn) {
            content.addAll(turns.removeLast().content());
        }
        content.addAll(blocks);
        turns.add(Message.builder().role(role).content(content).build());
    }
}
