package org.code.aiproxy.grading.baseline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the offline baseline says in every chat, in the format of <a
 * href="https://platform.openai.com/docs/api-reference/chat/object">OpenAI's chat completions</a>,
 * so that a client can be tried without a key. The text says that no model wrote it.
 */
final class OfflineChat {

    static final String TEXT =
            "[offline.baseline] No language model wrote this: no provider is configured. Set"
                    + " OPENAI_API_KEY, or AWS_REGION for Amazon Bedrock, to chat with a model.";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ChatRequest request;
    private final ObjectNode envelope;

    /**
     * @param created seconds since 1970
     */
    OfflineChat(ChatRequest request, long created) {
        this.request = request;
        this.envelope =
                NODES.objectNode()
                        .put("id", "chatcmpl-offline")
                        .put(
                                "object",
                                request.isStreamed() ? "chat.completion.chunk" : "chat.completion")
                        .put("created", created)
                        .put("model", OfflineModelClient.NAME);
    }

    void answer(ChatReply reply) {
        if (request.isStreamed()) {
            stream(reply);
        } else {
            reply.whole(200, Map.of(), bytes(whole().toString()));
        }
    }

    private ObjectNode whole() {
        ObjectNode answer = envelope.deepCopy();
        for (int index : choices()) {
            ObjectNode choice = choice(answer, index).put("finish_reason", "stop");
            choice.putObject("message").put("role", "assistant").put("content", TEXT);
        }
        return withUsage(answer);
    }

    private void stream(ChatReply reply) {
        reply.begin(Map.of());
        for (int index : choices()) {
            reply.event(
                    chunk(
                            index,
                            choice ->
                                    choice.putNull("finish_reason")
                                            .putObject("delta")
                                            .put("role", "assistant")
                                            .put("content", TEXT)));
        }
        for (int index : choices()) {
            reply.event(
                    chunk(index, choice -> choice.put("finish_reason", "stop").putObject("delta")));
        }
        if (wantsUsage()) {
            ObjectNode last = envelope.deepCopy();
            last.putArray("choices");
            reply.event(event(withUsage(last).toString()));
        }
        reply.event(event("[DONE]"));
    }

    private byte[] chunk(int index, Consumer<ObjectNode> fill) {
        ObjectNode chunk = envelope.deepCopy();
        fill.accept(choice(chunk, index));
        return event(chunk.toString());
    }

    private int[] choices() {
        return IntStream.range(0, request.choices()).toArray();
    }

    private static ObjectNode choice(ObjectNode answer, int index) {
        return answer.withArray("choices").addObject().put("index", index).putNull("logprobs");
    }

    /** Nothing was paid for. */
    private static ObjectNode withUsage(ObjectNode answer) {
        answer.putObject("usage")
                .put("prompt_tokens", 0)
                .put("completion_tokens", 0)
                .put("total_tokens", 0);
        return answer;
    }

    private boolean wantsUsage() {
        JsonNode sent = ForeignJson.MAPPER.readTree(request.sent().json());
        return sent.at("/stream_options/include_usage").asBoolean(false);
    }

    private static byte[] event(String data) {
        return bytes("data: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
