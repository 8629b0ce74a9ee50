package org.code.aiproxy.provider.openai;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.catalogue.Usage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server with OpenAI's API that isn't OpenAI, such as Ollama. */
final class CompatibleServer implements ModelClient {

    private static final Logger LOG = LoggerFactory.getLogger(CompatibleServer.class);

    /** A list of models is worth no longer wait: the other servers' are there already. */
    private static final Duration LISTING = Duration.ofSeconds(2);

    private final ChatCompletions api;
    private final ChatPassThrough chat;
    private final ModelList list;
    private final OpenAiProperties.Server server;
    private final ModelCatalogue catalogue;

    CompatibleServer(
            ChatCompletions api,
            ChatPassThrough chat,
            ModelList list,
            OpenAiProperties.Server server,
            ModelCatalogue catalogue) {
        this.api = api;
        this.chat = chat;
        this.list = list;
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
    public String modelId(String model) {
        return id(model);
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return catalogue.find(server.name(), id(model));
    }

    /** The caller's key is OpenAI's and goes to no one else, so this server never sees it. */
    @Override
    public ModelResponse complete(ModelRequest request) {
        return api.create(
                request,
                new ChatCompletions.Model(
                        id(request.model()),
                        card(request.model()),
                        // Not all of these servers take the fields that help caches.
                        Optional.empty()),
                Optional.empty());
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        return chat.chat(
                request.named(id(request.model())),
                card(request.model()),
                server.keyOrNone(),
                reply);
    }

    @Override
    public List<ListedModel> models() {
        try {
            return list.get(server.apiKey(), Deadline.in(LISTING))
                    .valueStream()
                    .map(model ->
                            listed(model.path("id").asString(""), OpenAiLifetimes.shutdown(model)))
                    .toList();
        } catch (ModelException e) {
            LOG.warn("{} can't list its models: {}", server.name(), e.summary());
            return server.defaultModel().map(id -> listed(id, Optional.empty())).stream().toList();
        }
    }

    private ListedModel listed(String id, Optional<LocalDate> shutdown) {
        return new ListedModel(server.prefix() + id, server.name(), shutdown);
    }

    /** The server's own name for the model. */
    private String id(String model) {
        return model.substring(server.prefix().length());
    }
}
