package org.code.aiproxy.model.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the card of a model by its name. A card describes the model that it names, that model's
 * dated snapshots without a card of their own, and its geographic profiles.
 */
public final class CardIndex {

    private static final String FINE_TUNED = "ft:";

    /** Such as {@code ft:gpt-4o-mini-2024-07-18:org::id}, with the base's name second. */
    private static final Pattern FINE_TUNED_NAME = Pattern.compile(FINE_TUNED + "([^:]+).*");

    private final Map<Key, ModelCard> cards = new LinkedHashMap<>();

    private record Key(String provider, String id) {}

    /**
     * @param cards the first counts where several have the same id
     */
    public CardIndex(List<ModelCard> cards) {
        cards.forEach(card -> this.cards.putIfAbsent(new Key(card.provider(), card.id()), card));
    }

    public Collection<ModelCard> all() {
        return cards.values();
    }

    public Optional<ModelCard> find(String provider, String modelId) {
        String id = GeographicProfile.parse(modelId).modelId();
        Matcher fineTuned = FINE_TUNED_NAME.matcher(id);
        return fineTuned.matches()
                ? fineTuned(provider, fineTuned.group(1))
                : own(provider, id).or(() -> own(provider, Snapshot.modelOf(id)));
    }

    /** A fine-tuned model has its base's limits, and prices of its own. */
    private Optional<ModelCard> fineTuned(String provider, String base) {
        return own(provider, FINE_TUNED + base)
                .or(() -> own(provider, FINE_TUNED + Snapshot.modelOf(base)))
                .or(() -> find(provider, base).map(card -> card.priced(Optional.empty())));
    }

    private Optional<ModelCard> own(String provider, String id) {
        return Optional.ofNullable(cards.get(new Key(provider, id)));
    }

    /** These cards before others. */
    public CardIndex before(CardIndex others) {
        List<ModelCard> both = new ArrayList<>(all());
        both.addAll(others.all());
        return new CardIndex(both);
    }
}
