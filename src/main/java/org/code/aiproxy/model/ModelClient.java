package org.code.aiproxy.model;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;

/** One provider of models. Implementations are thread-safe, and block the calling thread. */
public interface ModelClient {

    /** Whether the provider is the one that a model of this name belongs to. */
    boolean serves(String model);

    /** The names that it serves, as a person would write them, such as {@code "gpt-*"}. */
    List<String> modelNames();

    /** The model to use where a request names none, provided that this client is configured. */
    Optional<String> defaultModel();

    /** Who answers for the model, as {@code metadata.agent} names it to callers. */
    String agent(String model);

    /** The provider's name for the model. */
    default String modelId(String model) {
        return model;
    }

    /** What is known of the model, if anything is. */
    Optional<ModelCard> card(String model);

    /** What calls to the model cost, if that is known. */
    default Optional<ModelPrice> price(String model) {
        return card(model)
                .flatMap(ModelCard::prices)
                .map(prices -> new ModelPrice(prices, Tier.STANDARD, modelId(model)));
    }

    /**
     * Asks the model. Where several responses are wanted and some of the calls fail, the others'
     * completions come back: they were paid for.
     *
     * @throws ModelException when no completion came back
     */
    ModelResponse complete(ModelRequest request);

    /**
     * Answers a request for chat: passes on all of the answer, or throws. A stream of a chat
     * completion that was passed on to its end closes with the event {@code [DONE]}, one of a
     * response with {@code response.completed} or its like, and none that broke does. Stops within
     * a second when the thread is interrupted.
     *
     * @return the tokens that were paid for, as far as the provider told
     * @throws ModelException when the provider gave no answer, or only the beginning of one, or
     *     doesn't have the API
     * @throws CallerGoneException when no one takes the answer
     */
    Usage chat(ChatRequest request, ChatReply reply);

    /** The models that can be called as things are configured; others may be callable too. */
    List<ListedModel> models();
}
