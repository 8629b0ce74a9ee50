package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.code.aiproxy.provider.bedrock.converse.BlankText;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;

/** Reads the content of messages, which is a string or an array of parts. */
final class ChatParts {

    private ChatParts() {}

    /** A user's text and images: one block at least. */
    static List<ContentBlock> blocks(RequestField content) {
        if (content.value().isString()) {
            return List.of(text(content.text()));
        }
        List<ContentBlock> blocks =
                parts(content).stream()
                        .map(ChatParts::block)
                        .filter(block -> block.text() == null || !block.text().isBlank())
                        .toList();
        return blocks.isEmpty() ? List.of(text("")) : blocks;
    }

    /** Content of roles that only write, without blank text. */
    static List<String> texts(RequestField content) {
        Stream<String> texts =
                content.value().isString()
                        ? Stream.of(content.text())
                        : parts(content).stream().map(ChatParts::textOf);
        return texts.filter(Predicate.not(String::isBlank)).toList();
    }

    static ContentBlock text(String text) {
        return ContentBlock.fromText(BlankText.replaced(text));
    }

    private static List<RequestField> parts(RequestField content) {
        if (!content.value().isArray()) {
            throw content.refused("must be a string or an array of parts.");
        }
        return content.items();
    }

    private static ContentBlock block(RequestField part) {
        if (!type(part).equals("image_url")) {
            return ContentBlock.fromText(textOf(part));
        }
        part.objectOf(Set.of("type", "image_url"));
        return ContentBlock.fromImage(ChatImages.read(part.member("image_url")));
    }

    private static String textOf(RequestField part) {
        return switch (type(part)) {
            case "text" -> only(part, "text");
            case "refusal" -> only(part, "refusal");
            case String other ->
                    throw part.member("type")
                            .refused(
                                    "can't be \"%s\" here for a model on Bedrock."
                                            .formatted(other));
        };
    }

    private static String only(RequestField part, String member) {
        return part.objectOf(Set.of("type", member)).member(member).text();
    }

    private static String type(RequestField part) {
        return part.object().member("type").text();
    }
}
