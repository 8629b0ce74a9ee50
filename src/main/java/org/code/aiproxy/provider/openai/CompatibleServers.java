package org.code.aiproxy.provider.openai;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Usage;

/** All configured servers as one client; the first whose prefix fits takes a model. */
final class CompatibleServers implements ModelClient {

    private final List<CompatibleServer> servers;

    CompatibleServers(List<CompatibleServer> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public boolean serves(String model) {
        return servers.stream().anyMatch(server -> server.serves(model));
    }

    @Override
    public List<String> modelNames() {
        return servers.stream().flatMap(server -> server.modelNames().stream()).toList();
    }

    @Override
    public Optional<String> defaultModel() {
        return servers.stream().flatMap(server -> server.defaultModel().stream()).findFirst();
    }

    @Override
    public String agent(String model) {
        return serverFor(model).agent(model);
    }

    @Override
    public String modelId(String model) {
        return serverFor(model).modelId(model);
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return serverFor(model).card(model);
    }

    @Override
    public ModelResponse complete(ModelRequest request) {
        return serverFor(request.model()).complete(request);
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        return serverFor(request.model()).chat(request, reply);
    }

    @Override
    public List<ListedModel> models() {
        return servers.stream().flatMap(server -> server.models().stream()).toList();
    }

    private CompatibleServer serverFor(String model) {
        return servers.stream().filter(server -> server.serves(model)).findFirst().orElseThrow();
    }
}
