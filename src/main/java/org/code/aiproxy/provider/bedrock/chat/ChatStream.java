package org.code.aiproxy.provider.bedrock.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.bedrock.converse.ConverseStreamApi;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import tools.jackson.databind.node.ObjectNode;

/** Passes on ConverseStream's events, one stream for each choice, as OpenAI's chunks. */
final class ChatStream implements ConverseStreamApi.Reader {

    private final ChatEnvelope envelope;
    private final boolean tellsUsage;
    private final ChatReply reply;
    private final Map<String, String> headers;
    private final List<ChatChunks> choices;

    ChatStream(String model, ChatCall call, ChatReply reply) {
        this.envelope = ChatEnvelope.of(model);
        this.tellsUsage = call.tellsUsage();
        this.reply = reply;
        this.headers = AdjustedHeader.of(call.adjusted());
        this.choices =
                IntStream.range(0, call.choices())
                        .mapToObj(i ->
                                new ChatChunks(
                                        call.answersByTool(), call.toolNames(), i, this::pass))
                        .toList();
    }

    @Override
    public void read(int stream, ConverseStreamOutput event) {
        event.accept(choices.get(stream));
    }

    /** Closes the answer, if it is complete. */
    void close() {
        choices.forEach(choice -> choice.requireFinished(tellsUsage));
        if (tellsUsage) {
            ObjectNode chunk = envelope.open("chat.completion.chunk");
            chunk.putArray("choices");
            chunk.set("usage", ChatEnvelope.usage(counts()));
            tier().ifPresent(tier -> chunk.put("service_tier", tier));
            send(chunk.toString());
        }
        send("[DONE]");
    }

    Usage counts() {
        return choices.stream()
                .flatMap(choice -> choice.counts().stream())
                .reduce(Usage.NONE, Usage::plus);
    }

    /** The tier that Bedrock used, if it tells. */
    Optional<String> tier() {
        return choices.stream().flatMap(choice -> choice.tier().stream()).findFirst();
    }

    private void pass(ObjectNode choice) {
        ObjectNode chunk = envelope.open("chat.completion.chunk");
        chunk.putArray("choices").add(choice);
        if (tellsUsage) {
            chunk.putNull("usage");
        }
        send(chunk.toString());
    }

    private void send(String data) {
        if (!reply.hasBegun()) {
            reply.begin(headers);
        }
        reply.event("data: %s\n\n".formatted(data).getBytes(StandardCharsets.UTF_8));
    }
}
