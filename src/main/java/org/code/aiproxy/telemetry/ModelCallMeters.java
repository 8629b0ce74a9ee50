package org.code.aiproxy.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.code.aiproxy.model.Usage;

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

    private final MeterRegistry meters;

    ModelCallMeters(MeterRegistry meters) {
        this.meters = meters;
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
