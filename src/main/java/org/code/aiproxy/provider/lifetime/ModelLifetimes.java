package org.code.aiproxy.provider.lifetime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.catalogue.Endpoint;
import org.code.aiproxy.model.catalogue.GeographicProfile;
import org.code.aiproxy.model.catalogue.Lifetime;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;

/**
 * How long models are served: what their providers' own lists say, where those were asked, and else
 * what the catalogue says. The lists are asked by whoever lists models or warns of their end, never
 * for an assessment.
 */
public final class ModelLifetimes {

    private final ModelCatalogue catalogue;
    private final List<AskedLifetimes> lists;
    private final Clock clock;

    /**
     * @param published the providers' lists
     */
    public ModelLifetimes(
            ModelCatalogue catalogue, List<PublishedLifetimes> published, Clock clock) {
        this.catalogue = catalogue;
        this.lists = published.stream().map(it -> new AskedLifetimes(it, clock)).toList();
        this.clock = clock;
    }

    /** Today, by the service's clock. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Asks the providers whose lists are old; waits up to two seconds for each. */
    public void refresh() {
        lists.forEach(AskedLifetimes::refresh);
    }

    /** Asks them in the background. */
    public void refreshSoon() {
        lists.stream()
                .filter(AskedLifetimes::isOld)
                .forEach(it -> Thread.ofVirtual().name("model-lifetimes").start(it::refresh));
    }

    /**
     * How long a model is served, as far as that is known by now.
     *
     * @param modelId the provider's name for the model
     */
    public Lifetime of(ModelCard card, String modelId) {
        return lists.stream()
                .filter(it -> it.isOf(card.provider()))
                .flatMap(it ->
                        Stream.of(modelId, card.callName())
                                .map(id -> GeographicProfile.parse(id).modelId())
                                .flatMap(id -> it.shutdown(id).stream()))
                .findFirst()
                .map(shutdown -> new Lifetime(shutdown, card.successor()))
                .orElse(card.lifetime());
    }

    /**
     * The models that a provider serves today and that can be chatted with. Asks the provider.
     *
     * @param prefix what their names begin with here
     */
    public List<ListedModel> listed(String provider, String prefix) {
        lists.stream().filter(it -> it.isOf(provider)).forEach(AskedLifetimes::refresh);
        return catalogue.cards().stream()
                .filter(card -> card.provider().equals(provider))
                .filter(card -> card.endpoints().contains(Endpoint.CHAT))
                .filter(card -> !of(card, card.callName()).isOver(today()))
                .map(card ->
                        new ListedModel(
                                prefix + card.callName(),
                                provider,
                                of(card, card.callName()).shutdown()))
                .toList();
    }
}
