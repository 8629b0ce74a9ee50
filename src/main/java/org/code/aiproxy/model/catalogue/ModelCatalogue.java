package org.code.aiproxy.model.catalogue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is known of models: the shipped catalogue, and cards that configuration adds to it. */
public final class ModelCatalogue {

    private final Supplier<CardIndex> cards;
    private final Clock clock;

    /**
     * @param cards the first counts where several have the same id
     */
    public ModelCatalogue(List<ModelCard> cards, Clock clock) {
        this(fixed(new CardIndex(cards)), clock);
    }

    /**
     * @param cards the cards as they are at the moment
     * @param clock tells which models are still served
     */
    public ModelCatalogue(Supplier<CardIndex> cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    private static Supplier<CardIndex> fixed(CardIndex index) {
        return () -> index;
    }

    /**
     * The card that describes the model: its own, or for a dated snapshot without one and for a
     * geographic profile its model's.
     */
    public Optional<ModelCard> find(String provider, String modelId) {
        return cards.get().find(provider, modelId);
    }

    /** The cards of a provider's models that are still served and can be chatted with. */
    public List<ModelCard> alive(String provider) {
        LocalDate today = LocalDate.now(clock);
        return cards().stream()
                .filter(card -> card.provider().equals(provider))
                .filter(card -> card.endpoints().contains(Endpoint.CHAT))
                .filter(card -> !card.isShutDown(today))
                .toList();
    }

    /**
     * The cheapest model of the newest generation that a provider still serves, by the price of a
     * request with four times as much input as output; of those that can be constrained to a
     * schema.
     *
     * @param family what the names of the models begin with, such as {@code gpt-}
     * @return a name that the provider takes
     */
    public Optional<String> newestCheap(String provider, String family) {
        Comparator<Candidate> newest = Comparator.comparingInt(Candidate::generation).reversed();
        return alive(provider).stream()
                .filter(card -> card.id().startsWith(family))
                .flatMap(card -> Candidate.of(card).stream())
                .min(newest.thenComparing(Candidate::usd).thenComparing(it -> it.card().id()))
                .map(it -> it.card().callName());
    }

    /** All cards. */
    public List<ModelCard> cards() {
        return List.copyOf(cards.get().all());
    }

    /**
     * A model that can be the default.
     *
     * @param generation the number that its name has first, such as the 5 of {@code gpt-5.6-luna}
     * @param usd what a typical request costs
     */
    private record Candidate(ModelCard card, int generation, BigDecimal usd) {

        private static final Usage TYPICAL = new Usage(4000, 1000);

        static Optional<Candidate> of(ModelCard card) {
            Optional<Integer> generation =
                    Stream.of(card.id().split("[^0-9]+", -1))
                            .filter(number -> !number.isEmpty() && number.length() < 3)
                            .map(Integer::valueOf)
                            .findFirst();
            return card.prices()
                    .filter(_ -> card.structuredOutput().isPresent())
                    .flatMap(prices ->
                            generation.map(it ->
                                    new Candidate(
                                            card,
                                            it,
                                            prices.usd(TYPICAL, Tier.STANDARD, card.callName()))));
        }
    }
}
