package org.code.aiproxy.provider.openai;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;

/** OpenAI's own models. */
final class OpenAiModelClient implements ModelClient {

    static final String PROVIDER = "openai";

    /** The general models, of which the default is one. */
    private static final String FAMILY = "gpt-";

    private static final String FINE_TUNED = "ft:";

    private final ChatCompletions api;
    private final ChatPassThrough chat;
    private final OpenAiProperties properties;
    private final ModelCatalogue catalogue;
    private final ModelLifetimes lifetimes;

    OpenAiModelClient(
            ChatCompletions api,
            ChatPassThrough chat,
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            ModelLifetimes lifetimes) {
        this.api = api;
        this.chat = chat;
        this.properties = properties;
        this.catalogue = catalogue;
        this.lifetimes = lifetimes;
    }

    @Override
    public boolean serves(String model) {
        return model.startsWith("gpt-")
                || model.startsWith("chatgpt-")
                || model.matches("o\\d.*")
                || model.startsWith(FINE_TUNED);
    }

    @Override
    public List<String> modelNames() {
        return List.of("gpt-*", "o*", "chatgpt-*");
    }

    @Override
    public Optional<String> defaultModel() {
        return properties
                .apiKey()
                .flatMap(_ ->
                        properties
                                .defaultModel()
                                .or(() -> catalogue.newestCheap(PROVIDER, FAMILY)));
    }

    @Override
    public String agent(String model) {
        return PROVIDER;
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return catalogue.find(PROVIDER, model);
    }

    @Override
    public ModelResponse complete(ModelRequest request) {
        var _ = properties.keyFor(request.callersKey());
        Optional<ModelCard> card = card(request.model());
        OptionalInt fewestCached = card.map(ModelCard::cachedPrefix).orElse(OptionalInt.empty());
        return api.create(
                request,
                new ChatCompletions.Model(
                        request.model(),
                        card,
                        Optional.of(PromptCaching.openAi(request.model(), fewestCached))),
                request.callersKey());
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        return chat.chat(
                request, card(request.model()), properties.keyFor(Optional.empty()), reply);
    }

    @Override
    public List<ListedModel> models() {
        return properties.apiKey().isEmpty()
                ? List.of()
                : lifetimes.listed(PROVIDER, "").stream()
                        .filter(model -> serves(model.name()))
                        // The catalogue has bases that can be tuned, and no tuned models.
                        .filter(model -> !model.name().startsWith(FINE_TUNED))
                        .toList();
    }
}
