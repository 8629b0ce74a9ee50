package org.code.aiproxy.provider.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;

/**
 * Names what is told of a call as OpenTelemetry's conventions for generative AI do (<a
 * href="https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/">spans</a>, <a
 * href="https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/">metrics</a>). Messages
 * are never among it.
 */
final class ModelCallConvention implements GlobalObservationConvention<ModelCallContext> {

    static final String DURATION = "gen_ai.client.operation.duration";

    static final String OPERATION = "gen_ai.operation.name";
    static final String CHAT = "chat";
    static final String PROVIDER = "gen_ai.provider.name";
    static final String MODEL = "gen_ai.request.model";

    static final String ERROR = "error.type";

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ModelCallContext;
    }

    @Override
    public String getName() {
        return DURATION;
    }

    @Override
    public String getContextualName(ModelCallContext context) {
        return CHAT + " " + context.call().model();
    }

    /** For metrics and spans. A metric has the same names each time, or Prometheus refuses it. */
    @Override
    public KeyValues getLowCardinalityKeyValues(ModelCallContext context) {
        return KeyValues.of(
                KeyValue.of(OPERATION, CHAT),
                KeyValue.of(PROVIDER, context.provider()),
                KeyValue.of(MODEL, context.call().knownModel()),
                KeyValue.of(ERROR, context.attempt().fault().orElse(KeyValue.NONE_VALUE)));
    }

    /** For spans; this wins over what is told to both. {@link ModelCallSpans} adds the numbers. */
    @Override
    public KeyValues getHighCardinalityKeyValues(ModelCallContext context) {
        return KeyValues.of(KeyValue.of(MODEL, context.call().model()));
    }
}
