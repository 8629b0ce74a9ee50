package org.code.aiproxy.provider.bedrock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.adaptation.Adaptation;
import org.code.aiproxy.provider.adaptation.Asked;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.bedrock.chat.BedrockChat;
import org.code.aiproxy.provider.bedrock.converse.BedrockModelName;
import org.code.aiproxy.provider.bedrock.converse.ConverseApi;
import org.code.aiproxy.provider.call.ParallelCalls;
import org.code.aiproxy.provider.call.ProviderCalls;
import org.code.aiproxy.provider.call.WarmPrefixes;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;

/** Bedrock's models of all vendors. */
final class BedrockModelClient implements ModelClient {

    static final String PROVIDER = "bedrock";

    /** The models of which the default is one. */
    private static final String FAMILY = "anthropic.claude-";

    /** Converse's range ends here, OpenAI's at 2. */
    private static final double HIGHEST_TEMPERATURE = 1;

    private final ConverseApi api;
    private final BedrockChat chat;
    private final ProviderCalls calls;
    private final Adaptation adaptation;
    private final BedrockProperties properties;
    private final ModelCatalogue catalogue;
    private final ModelLifetimes lifetimes;
    private final WarmPrefixes warm;

    BedrockModelClient(
            ConverseApi api,
            BedrockChat chat,
            ProviderCalls calls,
            Adaptation adaptation,
            BedrockProperties properties,
            ModelCatalogue catalogue,
            ModelLifetimes lifetimes,
            WarmPrefixes warm) {
        this.api = api;
        this.chat = chat;
        this.calls = calls;
        this.adaptation = adaptation;
        this.properties = properties;
        this.catalogue = catalogue;
        this.lifetimes = lifetimes;
        this.warm = warm;
    }

    @Override
    public boolean serves(String model) {
        return model.startsWith(BedrockModelName.PREFIX)
                && model.length() > BedrockModelName.PREFIX.length();
    }

    @Override
    public List<String> modelNames() {
        return List.of(BedrockModelName.PREFIX + "*");
    }

    @Override
    public Optional<String> defaultModel() {
        return properties.isConfigured()
                ? properties
                        .defaultModel()
                        .or(() ->
                                catalogue
                                        .newestCheap(PROVIDER, FAMILY)
                                        .map(id -> BedrockModelName.PREFIX + id))
                : Optional.empty();
    }

    @Override
    public String agent(String model) {
        return BedrockModelName.parse(model).vendor();
    }

    @Override
    public String modelId(String model) {
        return BedrockModelName.parse(model).modelId();
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return catalogue.find(PROVIDER, BedrockModelName.parse(model).cardId());
    }

    @Override
    public ModelResponse complete(ModelRequest request) {
        if (request.generation().temperature() > HIGHEST_TEMPERATURE) {
            throw new ModelException.Unsupported(
                    "temperature", "must be from 0 to 1 for a model on Bedrock.");
        }
        ConverseApi.Model model = model(request.model());
        Asked asked = Asked.of(request, model.id(), model.card(), 1);
        return ParallelCalls.make(
                request.responses(),
                () ->
                        warm.call(
                                request,
                                model.caching(),
                                () ->
                                        adaptation.ask(
                                                asked,
                                                shape -> converse(request, model, shape, asked))));
    }

    private ModelResponse converse(
            ModelRequest request, ConverseApi.Model model, RequestShape shape, Asked asked) {
        return calls.make(
                model.call(1),
                request.deadline(),
                attempt -> {
                    ModelResponse response = api.converse(request, model, shape);
                    attempt.took(response.usage());
                    return response.adjusted(shape.adjustments(asked.parameters()));
                });
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        if (request.api() != ChatApi.COMPLETIONS) {
            throw new ModelException.Unsupported(
                    "model",
                    "is on Bedrock, which supports chat completions only: use POST /v1/chat/completions.");
        }
        return chat.chat(request, model(request.model()), reply);
    }

    private ConverseApi.Model model(String model) {
        Optional<ModelCard> card = card(model);
        BedrockModelName name = BedrockModelName.parse(model);
        return new ConverseApi.Model(
                name, card, PromptCaching.bedrock(name.cardId(), fewestCached(card)));
    }

    private static OptionalInt fewestCached(Optional<ModelCard> card) {
        return card.map(ModelCard::cachedPrefix).orElse(OptionalInt.empty());
    }

    @Override
    public List<ListedModel> models() {
        return properties.isConfigured()
                ? lifetimes.listed(PROVIDER, BedrockModelName.PREFIX)
                : List.of();
    }
}
