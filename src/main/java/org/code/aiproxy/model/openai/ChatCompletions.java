package org.code.aiproxy.model.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.models.ResponseFormatJsonSchema.JsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import java.util.Optional;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelCard;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.ParallelCalls;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.ResponseSchema;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.model.WarmPrefixes;
import org.code.aiproxy.resilience.ProviderCalls;
import org.code.aiproxy.telemetry.ModelCall;

/**
 * One server's chat completions, through OpenAI's SDK (<a
 * href="https://platform.openai.com/docs/api-reference/chat">API reference</a>).
 */
final class ChatCompletions {

    private final OpenAIClient client;
    private final ProviderCalls calls;
    private final OpenAiFaults faults;
    private final WarmPrefixes warm;

    /**
     * What decides how a model is asked.
     *
     * @param id the server's name for it
     * @param card what is known of it, if anything is
     * @param takesN whether one call can ask for several completions
     * @param caching how prompts are cached, where requests can help that
     */
    record Model(
            String id, Optional<ModelCard> card, boolean takesN, Optional<PromptCaching> caching) {

        boolean takesTemperature() {
            return card.map(ModelCard::takesTemperature).orElse(true);
        }

        boolean takesSchema() {
            return card.flatMap(ModelCard::structuredOutput).isPresent();
        }

        ModelCall call(int choices) {
            return new ModelCall(id, choices, card);
        }
    }

    ChatCompletions(String provider, OpenAIClient client, ProviderCalls calls, WarmPrefixes warm) {
        this.client = client;
        this.calls = calls;
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
                key.map(own -> client.withOptions(options -> options.apiKey(own))).orElse(client);
        return model.takesN()
                ? create(caller, request, model, request.responses())
                : ParallelCalls.make(request.responses(), () -> create(caller, request, model, 1));
    }

    private ModelResponse create(
            OpenAIClient caller, ModelRequest request, Model model, int choices) {
        return warm.call(request, model.caching(), () -> ask(caller, request, model, choices));
    }

    private ModelResponse ask(OpenAIClient caller, ModelRequest request, Model model, int choices) {
        ChatCompletionCreateParams params = params(request, model, choices);
        return calls.make(
                model.call(choices),
                request.deadline(),
                attempt -> {
                    ModelResponse response = once(caller, params, request.deadline());
                    attempt.took(response.usage());
                    return response;
                });
    }

    private ModelResponse once(
            OpenAIClient caller, ChatCompletionCreateParams params, Deadline deadline) {
        try {
            return response(caller.chat().completions().create(params, TimeLimit.until(deadline)));
        } catch (OpenAIException e) {
            throw faults.translate(e, deadline);
        }
    }

    private static ChatCompletionCreateParams params(
            ModelRequest request, Model model, int choices) {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder().model(model.id());
        CachedConversation.of(request, model.caching()).addTo(params);
        if (model.takesN()) {
            params.n(choices);
        }
        if (model.takesTemperature()) {
            params.temperature(request.temperature());
        }
        if (model.takesSchema()) {
            request.schema()
                    .map(ChatCompletions::schema)
                    .ifPresent(params::jsonSchemaResponseFormat);
        }
        return params.build();
    }

    private static JsonSchema schema(ResponseSchema wanted) {
        JsonSchema.Schema.Builder schema = JsonSchema.Schema.builder();
        wanted.schema()
                .forEach((key, value) -> schema.putAdditionalProperty(key, JsonValue.from(value)));
        return JsonSchema.builder().name(wanted.name()).strict(true).schema(schema.build()).build();
    }

    private static ModelResponse response(ChatCompletion completion) {
        return new ModelResponse(
                completion.choices().stream().map(ChatCompletions::completion).toList(),
                completion.usage().map(ChatCompletions::usage).orElse(Usage.NONE));
    }

    private static Completion completion(ChatCompletion.Choice choice) {
        return new Completion(
                choice.message().content().orElse(""),
                choice._finishReason()
                        .asKnown()
                        .map(reason -> finishReason(reason.asString()))
                        .orElse(FinishReason.OTHER));
    }

    private static FinishReason finishReason(String reason) {
        return switch (reason) {
            case "stop" -> FinishReason.STOP;
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }

    private static Usage usage(CompletionUsage usage) {
        return new Usage(
                usage.promptTokens(),
                usage.completionTokens(),
                usage.promptTokensDetails()
                        .flatMap(CompletionUsage.PromptTokensDetails::cachedTokens)
                        .orElse(0L));
    }
}
