package org.code.aiproxy.provider.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Makes a span of each call. Micrometer's own would have numbers as texts, and say of each call
 * that went well that its error is none, where OpenTelemetry says nothing.
 */
final class ModelCallSpans extends PropagatingSenderTracingObservationHandler<ModelCallContext> {

    private static final String CHOICES = "gen_ai.request.choice.count";
    private static final String INPUT = "gen_ai.usage.input_tokens";
    private static final String OUTPUT = "gen_ai.usage.output_tokens";
    private static final String CACHED = "gen_ai.usage.cache_read.input_tokens";

    private static final String WRITTEN = "gen_ai.usage.cache_creation.input_tokens";
    private static final String REASONING = "gen_ai.usage.reasoning.output_tokens";

    ModelCallSpans(Tracer tracer, Propagator propagator) {
        super(tracer, propagator);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ModelCallContext;
    }

    @Override
    public void tagSpan(ModelCallContext context, Span span) {
        for (KeyValue attribute : context.getAllKeyValues()) {
            if (!attribute.getKey().equals(ModelCallConvention.ERROR)) {
                span.tag(attribute.getKey(), attribute.getValue());
            }
        }
        span.tag(CHOICES, context.call().choices());
        Attempt attempt = context.attempt();
        attempt.fault().ifPresent(fault -> span.tag(ModelCallConvention.ERROR, fault));
        attempt.usage()
                .ifPresent(usage ->
                        span.tag(INPUT, usage.promptTokens())
                                .tag(OUTPUT, usage.outputTokens())
                                .tag(CACHED, usage.cachedTokens())
                                .tag(WRITTEN, usage.cacheWriteTokens())
                                .tag(REASONING, usage.reasoningTokens()));
    }
}
