package org.code.aiproxy.provider.observation;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;

/** Counts the tokens that calls took, and what they cost. */
final class ModelCallMeters implements ObservationHandler<ModelCallContext> {

    private static final String TOKENS = "gen_ai.client.token.usage";
    private static final String TOKEN_TYPE = "gen_ai.token.type";

    /** Tokens of input that were cached; they are counted as input too. */
    private static final String CACHED = "aiproxy.tokens.cached";

    /** Tokens of input that were written to a cache; they are counted as input too. */
    private static final String WRITTEN = "aiproxy.tokens.cache.written";

    /** Tokens of output that were thinking; they are counted as output too. */
    private static final String REASONING = "aiproxy.tokens.reasoning";

    private static final String COST = "aiproxy.cost.usd";

    /** Days until a model that was called is shut down. */
    private static final String DAYS_LEFT = "aiproxy.model.days.left";

    private final MeterRegistry meters;
    private final ModelLifetimes lifetimes;

    /** Micrometer warns of a gauge that is registered twice. */
    private final Set<String> watched = ConcurrentHashMap.newKeySet();

    ModelCallMeters(MeterRegistry meters, ModelLifetimes lifetimes) {
        this.meters = meters;
        this.lifetimes = lifetimes;
    }

    @Override
    public void onStart(ModelCallContext context) {
        context.call().card().ifPresent(card -> watch(context.provider(), card));
    }

    /** One gauge for a card, and none before an end is known: there are no more than cards. */
    private void watch(String provider, ModelCard card) {
        if (lifetimes.of(card, card.callName()).shutdown().isPresent()
                && watched.add(provider + ' ' + card.id())) {
            Gauge.builder(DAYS_LEFT, () -> daysLeft(card))
                    .tag(ModelCallConvention.PROVIDER, provider)
                    .tag(ModelCallConvention.MODEL, card.id())
                    .strongReference(true)
                    .register(meters);
        }
    }

    private Number daysLeft(ModelCard card) {
        lifetimes.refreshSoon();
        return lifetimes
                .of(card, card.callName())
                .daysLeft(lifetimes.today())
                .<Number>map(days -> days)
                .orElse(Double.NaN);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ModelCallContext;
    }

    @Override
    public void onStop(ModelCallContext context) {
        context.attempt().usage().ifPresent(usage -> count(context, usage));
    }

    private void count(ModelCallContext context, Usage usage) {
        Tags tags =
                Tags.of(
                        ModelCallConvention.OPERATION,
                        ModelCallConvention.CHAT,
                        ModelCallConvention.PROVIDER,
                        context.provider(),
                        ModelCallConvention.MODEL,
                        context.call().knownModel());
        tokens("input", tags).record((double) usage.promptTokens());
        tokens("output", tags).record((double) usage.outputTokens());
        meters.counter(CACHED, tags).increment((double) usage.cachedTokens());
        meters.counter(WRITTEN, tags).increment((double) usage.cacheWriteTokens());
        meters.counter(REASONING, tags).increment((double) usage.reasoningTokens());
        context.usd().ifPresent(usd -> meters.counter(COST, tags).increment(usd.doubleValue()));
    }

    private DistributionSummary tokens(String type, Tags tags) {
        return meters.summary(TOKENS, tags.and(TOKEN_TYPE, type));
    }
}
