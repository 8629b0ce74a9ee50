package org.code.aiproxy.provider.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.adaptation.Adaptation;
import org.code.aiproxy.provider.adaptation.Asked;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.call.ParallelCalls;
import org.code.aiproxy.provider.call.ProviderCalls;
import org.code.aiproxy.provider.call.WarmPrefixes;
import org.code.aiproxy.provider.observation.ModelCall;
import org.code.aiproxy.provider.openai.wire.ChatResult;
import org.code.aiproxy.provider.openai.wire.ErrorBody;
import org.code.aiproxy.provider.openai.wire.UsageFields;
import org.code.aiproxy.provider.openai.wire.WholeAnswer;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/**
 * One server's chat completions, through OpenAI's SDK (<a
 * href="https://platform.openai.com/docs/api-reference/chat">API reference</a>).
 */
final class ChatCompletions {

    private static final UsageFields USAGE = new UsageFields("prompt", "completion");

    private final String provider;
    private final Supplier<OpenAIClient> client;
    private final ProviderCalls calls;
    private final Adaptation adaptation;
    private final OpenAiFaults faults;
    private final WarmPrefixes warm;
    private final AnswerLimits limits;

    /**
     * Who is asked.
     *
     * @param id the server's name for the model
     * @param card what is known of it, if anything is
     * @param caching how prompts are cached, where requests can help that
     */
    record Model(String id, Optional<ModelCard> card, Optional<PromptCaching> caching) {

        ModelCall call(int choices) {
            return new ModelCall(id, choices, card);
        }
    }

    /** What came of asking for several completions in one call. */
    private sealed interface Several {

        record Together(ModelResponse response) implements Several {}

        /** The model gives one completion for each call. */
        record Separately(List<Adjustment> notes) implements Several {}
    }

    ChatCompletions(
            String provider,
            Supplier<OpenAIClient> client,
            ProviderCalls calls,
            Adaptation adaptation,
            WarmPrefixes warm,
            AnswerLimits limits) {
        this.limits = limits;
        this.provider = provider;
        this.client = SingletonSupplier.of(client);
        this.calls = calls;
        this.adaptation = adaptation;
        this.faults = new OpenAiFaults(provider);
        this.warm = warm;
    }

    /**
     * Asks for as many completions as the request wants.
     *
     * @param key the key for this request alone, in place of the configured one
     */
    ModelResponse create(ModelRequest request, Model model, Optional<String> key) {
        OpenAIClient caller =
                key.map(own -> client.get().withOptions(options -> options.apiKey(own)))
                        .orElseGet(client);
        if (request.responses() == 1) {
            return one(caller, request, model);
        }
        return switch (several(caller, request, model)) {
            case Several.Together(ModelResponse response) -> response;
            case Several.Separately(List<Adjustment> notes) ->
                    ParallelCalls.make(request.responses(), () -> one(caller, request, model))
                            .adjusted(notes);
        };
    }

    private ModelResponse one(OpenAIClient caller, ModelRequest request, Model model) {
        Asked asked = Asked.of(request, model.id(), model.card(), 1);
        return warm.call(
                request,
                model.caching(),
                () ->
                        adaptation.ask(
                                asked, shape -> call(caller, request, model, shape, asked, 1)));
    }

    private Several several(OpenAIClient caller, ModelRequest request, Model model) {
        int choices = request.responses();
        Asked asked = Asked.of(request, model.id(), model.card(), choices);
        return adaptation.ask(
                asked,
                shape ->
                        shape.takes(Parameter.N)
                                ? new Several.Together(
                                        call(caller, request, model, shape, asked, choices))
                                : new Several.Separately(shape.adjustments(Set.of(Parameter.N))));
    }

    private ModelResponse call(
            OpenAIClient caller,
            ModelRequest request,
            Model model,
            RequestShape shape,
            Asked asked,
            int choices) {
        int tokens = shape.outputTokens(request.generation().room(), model.card(), choices);
        ChatCompletionCreateParams params = ChatParams.of(request, shape, model, choices, tokens);
        return calls.make(
                model.call(choices),
                request.deadline(),
                attempt -> {
                    try (HttpResponseFor<ChatCompletion> response =
                                    caller.chat()
                                            .completions()
                                            .withRawResponse()
                                            .create(params, TimeLimit.until(request.deadline()));
                            AnswerRoom room = limits.roomFor(tokens)) {
                        JsonNode answer =
                                WholeAnswer.joined(response.body(), room, limits, limits.pace())
                                        .root();
                        Usage usage = USAGE.of(answer).orElse(Usage.NONE);
                        attempt.took(usage);
                        return new ModelResponse(
                                completions(
                                        answer, response.headers(), shape.leavesRoomAbove(tokens)),
                                usage,
                                shape.adjustments(asked.parameters()));
                    } catch (OpenAIException | IOException | UncheckedIOException e) {
                        throw faults.translate(e, request.deadline());
                    }
                });
    }

    private List<Completion> completions(JsonNode answer, Headers headers, boolean couldBeLonger) {
        JsonNode choices = answer.path("choices");
        List<Completion> completions =
                choices.valueStream()
                        .filter(ChatResult::isAnswer)
                        .map(choice -> ChatResult.completion(choice, couldBeLonger))
                        .toList();
        if (!completions.isEmpty()) {
            return completions;
        }
        Optional<JsonNode> error =
                answer.optional("error")
                        .filter(it -> !it.isNull())
                        .or(() -> choices.valueStream().findFirst().flatMap(ChatResult::error));
        throw error.map(it -> faults.reported(ErrorBody.of(it), headers))
                .orElseGet(() ->
                        choices.isArray()
                                ? new ModelException.Garbled(
                                        provider, "answered without a completion.")
                                : faults.translate(200, headers, null));
    }
}
