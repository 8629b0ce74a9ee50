package org.code.aiproxy.model.openai;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelCard;
import org.code.aiproxy.model.ModelCatalogue;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.Usage;

/** One server with OpenAI's API that isn't OpenAI, such as Ollama. */
final class CompatibleServer implements ModelClient {

    private final ChatCompletions api;
    private final OpenAiProperties.Server server;
    private final ModelCatalogue catalogue;

    CompatibleServer(
            ChatCompletions api, OpenAiProperties.Server server, ModelCatalogue catalogue) {
        this.api = api;
        this.server = server;
        this.catalogue = catalogue;
    }

    @Override
    public boolean serves(String model) {
        return model.startsWith(server.prefix());
    }

    @Override
    public List<String> modelNames() {
        return List.of(server.prefix() + "*");
    }

    @Override
    public Optional<String> defaultModel() {
        return server.defaultModel().map(model -> server.prefix() + model);
    }

    @Override
    public String agent(String model) {
        return server.name();
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return catalogue.find(server.name(), id(model));
    }

    /** The caller's key is OpenAI's and goes to nobody else, so this server never sees it. */
    @Override
    public ModelResponse complete(ModelRequest request) {
        Optional<ModelCard> card = card(request.model());
        return api.create(
                request,
                new ChatCompletions.Model(
                        id(request.model()),
                        // Many of these servers ignore `n` and answer once.
                        card.map(ModelCard::takesN).orElse(false),
                        card.map(ModelCard::takesTemperature).orElse(true),
                        card.flatMap(ModelCard::structuredOutput).isPresent()),
                Optional.empty());
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        throw new ModelException.Unsupported("model", "can't chat yet.");
    }

    @Override
    public List<ListedModel> models() {
        return defaultModel().stream().map(model -> new ListedModel(model, server.name())).toList();
    }

    /** The server's own name for the model. */
    private String id(String model) {
        return model.substring(server.prefix().length());
    }
}
