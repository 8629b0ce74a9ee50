package org.code.aiproxy.web.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Optional;
import org.code.aiproxy.provider.observation.ModelCallContext;
import org.code.aiproxy.web.log.RequestFacts;

/** Tells the log of each request what its calls took, however the request ends. */
final class RequestSpending implements ObservationHandler<ModelCallContext> {

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ModelCallContext;
    }

    @Override
    public void onStart(ModelCallContext call) {
        facts(call).ifPresent(facts -> facts.asked(call.provider(), call.call().model()));
    }

    @Override
    public void onStop(ModelCallContext call) {
        call.attempt()
                .usage()
                .ifPresent(usage -> facts(call).ifPresent(facts -> facts.paid(usage, call.usd())));
    }

    private static Optional<RequestFacts> facts(ModelCallContext call) {
        return ServedRequest.of(call).map(request -> request.getCarrier()).map(RequestFacts::of);
    }
}
