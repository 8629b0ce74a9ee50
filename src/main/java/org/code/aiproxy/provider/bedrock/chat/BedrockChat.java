package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Map;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.adaptation.Adaptation;
import org.code.aiproxy.provider.bedrock.converse.ConverseApi;
import org.code.aiproxy.provider.bedrock.converse.ConverseStreamApi;
import org.code.aiproxy.provider.bedrock.converse.TokenCounts;
import org.code.aiproxy.provider.call.ProviderCalls;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/** Answers OpenAI's chat completions by Converse and ConverseStream. */
public final class BedrockChat {

    private static final int OK = 200;

    private final ConverseApi api;
    private final ConverseStreamApi streams;
    private final ProviderCalls calls;
    private final Adaptation adaptation;
    private final int defaultTokens;

    /**
     * @param defaultTokens tokens that an answer may have where the caller sets no limit. Bedrock
     *     counts this number against the account's quota while the call runs.
     */
    public BedrockChat(
            ConverseApi api,
            ConverseStreamApi streams,
            ProviderCalls calls,
            Adaptation adaptation,
            int defaultTokens) {
        this.api = api;
        this.streams = streams;
        this.calls = calls;
        this.adaptation = adaptation;
        this.defaultTokens = defaultTokens;
    }

    /** Where several choices are wanted, all must succeed. */
    public Usage chat(ChatRequest request, ConverseApi.Model model, ChatReply reply) {
        ChatQuestion asked = ChatQuestion.read(request, model, defaultTokens);
        return request.isStreamed()
                ? adaptation.ask(
                        asked.asked(), shape -> stream(request, model, asked.in(shape), reply))
                : answer(request, model, asked, reply);
    }

    private Usage answer(
            ChatRequest request, ConverseApi.Model model, ChatQuestion asked, ChatReply reply) {
        List<ChatAnswer> answers =
                AllCalls.make(
                        asked.choices(),
                        () ->
                                adaptation.ask(
                                        asked.asked(),
                                        shape -> converse(request, model, asked.in(shape))));
        Map<String, String> headers = AdjustedHeader.of(answers.getFirst().call().adjusted());
        reply.whole(OK, headers, ChatAnswer.write(request.model(), answers));
        return ChatAnswer.counts(answers);
    }

    private ChatAnswer converse(ChatRequest request, ConverseApi.Model model, ChatCall call) {
        return calls.make(
                model.call(1),
                request.deadline(),
                attempt -> {
                    ConverseResponse response =
                            api.send(call.converse().whole(), request.deadline());
                    attempt.took(
                            TokenCounts.of(response.usage()),
                            Tier.of(ChatTier.used(response.serviceTier())));
                    return new ChatAnswer(call, response);
                });
    }

    private Usage stream(
            ChatRequest request, ConverseApi.Model model, ChatCall call, ChatReply reply) {
        return calls.make(
                model.call(call.choices()),
                request.begin(),
                reply,
                attempt -> {
                    ChatStream stream = new ChatStream(request.model(), call, reply);
                    streams.stream(
                            call.converse().streamed(),
                            call.choices(),
                            new ConverseStreamApi.TimeLimit(request.begin(), request.deadline()),
                            stream);
                    stream.close();
                    attempt.took(stream.counts(), Tier.of(stream.tier()));
                    return stream.counts();
                });
    }
}
