package org.code.aiproxy.model.routing;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.textfile.Nearest;

/** Finds the client for a model by the model's name. */
public final class ModelRouter {

    private final List<ModelClient> clients;
    private final Optional<String> defaultModel;

    /**
     * @param clients in the order in which they are asked; the last has a default model
     * @param defaultModel the model for requests that name none, if configuration says
     */
    public ModelRouter(List<ModelClient> clients, Optional<String> defaultModel) {
        this.clients = List.copyOf(clients);
        this.defaultModel = defaultModel;
    }

    /** The model for requests that name none; it changes when the one that it was ends. */
    public String defaultModel() {
        return defaultModel.orElseGet(() ->
                clients.stream()
                        .flatMap(client -> client.defaultModel().stream())
                        .findFirst()
                        .orElseThrow());
    }

    /**
     * The client that serves the model.
     *
     * @throws ModelException.UnknownModel when none does; the message lists the names that work
     */
    public ModelClient clientFor(String model) {
        return clients.stream()
                .filter(client -> client.serves(model))
                .findFirst()
                .orElseThrow(() -> new ModelException.UnknownModel(unknown(model)));
    }

    /** Whether any client serves the model. */
    public boolean knows(String model) {
        return clients.stream().anyMatch(client -> client.serves(model));
    }

    /**
     * The client that serves a model which is about to be asked.
     *
     * @throws ModelException.UnknownModel when none does; the message lists the names that work
     * @throws ModelException.NotAllowed when the request's key may not ask it
     * @throws ModelException.OverBudget when the request's key has spent its budget
     */
    public ModelClient clientToAsk(String model) {
        ModelClient client = clientFor(model);
        CurrentAllowance.get().require(model, client);
        return client;
    }

    /**
     * The models that can be called as things are configured, and with the request's key; one entry
     * for a name.
     */
    public List<ListedModel> models() {
        Allowance allowance = CurrentAllowance.get();
        return clients.stream()
                .flatMap(client -> client.models().stream())
                .filter(model -> allowance.permits(model.name()))
                .distinct()
                .toList();
    }

    private String unknown(String model) {
        List<String> names =
                clients.stream().flatMap(client -> client.modelNames().stream()).toList();
        return "is an unknown model; known names: %s.%s"
                .formatted(String.join(", ", names), Nearest.question(model, names));
    }
}
