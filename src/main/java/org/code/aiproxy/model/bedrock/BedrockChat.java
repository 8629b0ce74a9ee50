package org.code.aiproxy.model.bedrock;

import java.util.List;
import java.util.Map;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.resilience.ProviderCalls;
import org.code.aiproxy.telemetry.Attempt;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/** Answers OpenAI's chat completions by Converse and ConverseStream. */
final class BedrockChat {

    private static final int OK = 200;

    private final ConverseApi api;
    private final ConverseStreamApi streams;
    private final ProviderCalls calls;

    BedrockChat(ConverseApi api, ConverseStreamApi streams, ProviderCalls calls) {
        this.api = api;
        this.streams = streams;
        this.calls = calls;
    }

    /** Where several choices are wanted, all must succeed. */
    Usage chat(ChatRequest request, ConverseApi.Model model, ChatReply reply) {
        ChatCall call = ChatCall.read(request.sent().json(), request.isStreamed(), model);
        return request.isStreamed()
                ? calls.make(
                        model.call(call.choices()),
                        request.begin(),
                        reply,
                        attempt -> stream(request, call, reply, attempt))
                : answer(request, model, call, reply);
    }

    private Usage answer(
            ChatRequest request, ConverseApi.Model model, ChatCall call, ChatReply reply) {
        List<ConverseResponse> responses =
                AllCalls.make(
                        call.choices(),
                        () ->
                                calls.make(
                                        model.call(1),
                                        request.deadline(),
                                        attempt -> converse(request, call, attempt)));
        reply.whole(
                OK, Map.of(), ChatAnswer.write(request.model(), responses, call.answersByTool()));
        return ChatAnswer.counts(responses);
    }

    private ConverseResponse converse(ChatRequest request, ChatCall call, Attempt attempt) {
        ConverseResponse response = api.send(call.converse().whole(), request.deadline());
        attempt.took(TokenCounts.of(response.usage()));
        return response;
    }

    private Usage stream(ChatRequest request, ChatCall call, ChatReply reply, Attempt attempt) {
        ChatStream stream = new ChatStream(request.model(), call, reply);
        streams.stream(
                call.converse().streamed(),
                call.choices(),
                new ConverseStreamApi.TimeLimit(request.begin(), request.deadline()),
                stream);
        stream.close();
        attempt.took(stream.counts());
        return stream.counts();
    }
}
