package org.code.aiproxy.provider.lifetime;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;

/** Tells who uses models that end soon, or have ended. */
public final class EndWarnings {

    private final ModelRouter models;
    private final ModelLifetimes lifetimes;

    public EndWarnings(ModelRouter models, ModelLifetimes lifetimes) {
        this.models = models;
        this.lifetimes = lifetimes;
    }

    /**
     * A sentence for each model that ends within 60 days, or has ended, after asking providers.
     *
     * @param names a model's name, or several with commas
     */
    public List<String> of(String names) {
        lifetimes.refresh();
        return known(names);
    }

    /** The same without asking providers. */
    public List<String> known(String names) {
        return ModelNames.parse(names).stream().flatMap(this::warning).toList();
    }

    private Stream<String> warning(String model) {
        try {
            ModelClient client = models.clientFor(model);
            return client
                    .card(model)
                    .map(card -> lifetimes.of(card, client.modelId(model)))
                    .flatMap(lifetime -> lifetime.warning(model, lifetimes.today()))
                    .stream();
        } catch (ModelException.UnknownModel e) {
            // Whoever asks the model is told.
            return Stream.empty();
        }
    }
}
