package org.code.aiproxy.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.settings.InvalidSettingException;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is known of models: the shipped catalogue, and cards that configuration adds to it. */
public final class ModelCatalogue {

    /** Prices are exact. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final List<ModelCard> cards;

    /**
     * @param cards where two describe the same model, the longer id counts, then the earlier card
     */
    public ModelCatalogue(List<ModelCard> cards) {
        this.cards = List.copyOf(cards);
    }

    /**
     * Reads catalogues, each a JSON array of cards; cards of earlier files go before later ones.
     *
     * @throws InvalidSettingException when a file can't be read; the message names it
     */
    static ModelCatalogue read(List<Resource> files) {
        return new ModelCatalogue(files.stream().flatMap(ModelCatalogue::cards).toList());
    }

    /** The card that describes the model best. */
    public Optional<ModelCard> find(String provider, String modelId) {
        return cards.stream()
                .filter(card -> describes(card, provider, modelId))
                .max(Comparator.comparingInt((ModelCard card) -> card.id().length()));
    }

    /** The provider's model ids can carry a date or a version after the card's id. */
    private static boolean describes(ModelCard card, String provider, String modelId) {
        return card.provider().equals(provider)
                && modelId.startsWith(card.id())
                && (modelId.length() == card.id().length()
                        || "-:@.".indexOf(modelId.charAt(card.id().length())) >= 0);
    }

    /** Names that the provider takes, one for each of its cards. */
    public List<String> names(String provider) {
        return cards.stream()
                .filter(card -> card.provider().equals(provider))
                .map(card -> card.callAs().orElse(card.id()))
                .distinct()
                .toList();
    }

    public List<ModelCard> cards() {
        return cards;
    }

    private static Stream<ModelCard> cards(Resource file) {
        try (InputStream json = file.getInputStream()) {
            return MAPPER.readTree(json).valueStream().map(CardJson::read).toList().stream();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "AIPROXY_MODEL_CATALOGUE",
                    "can't be used: %s is not a JSON array of model cards that can be read."
                            .formatted(file.getDescription()));
        }
    }
}
