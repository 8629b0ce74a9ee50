package org.code.aiproxy.provider.observation;

import java.util.Optional;
import org.code.aiproxy.model.catalogue.ModelCard;

/**
 * What a provider is asked for.
 *
 * @param model the provider's name for the model
 * @param choices how many completions are wanted
 * @param card what is known of the model, if anything is
 */
public record ModelCall(String model, int choices, Optional<ModelCard> card) {

    private static final String OTHER = "other";

    /** A name that callers can't make up: metrics keep each name that they ever got. */
    String knownModel() {
        return card.map(ModelCard::id).orElse(OTHER);
    }
}
