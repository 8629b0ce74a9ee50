package org.code.aiproxy.model;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the client for a model by the model's name. */
@Component
public final class ModelRouter {

    private final List<ModelClient> clients;

    ModelRouter(List<ModelClient> clients) {
        this.clients = List.copyOf(clients);
    }

    /**
     * The client that serves the model.
     *
     * @throws ModelException.Unsupported when none does; the message lists the names that work
     */
    public ModelClient clientFor(String model) {
        return clients.stream()
                .filter(client -> client.serves(model))
                .findFirst()
                .orElseThrow(() -> new ModelException.Unsupported("model", unknown()));
    }

    private String unknown() {
        String names =
                clients.stream()
                        .flatMap(client -> client.modelNames().stream())
                        .collect(Collectors.joining(", "));
        return "is not a model that this service knows; names that work: " + names + ".";
    }
}
