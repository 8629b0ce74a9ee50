package org.code.aiproxy.web.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.provider.observation.ModelCallContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Measures what this service adds to the time that providers take: for each request that made
 * calls, the time in which none was in flight.
 */
final class Overhead implements ObservationHandler<Observation.Context> {

    private static final String NAME = "aiproxy.overhead";

    private final MeterRegistry meters;

    Overhead(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext
                || context instanceof ModelCallContext;
    }

    @Override
    public void onStart(Observation.Context context) {
        if (context instanceof ServerRequestObservationContext) {
            context.put(ProviderTime.class, new ProviderTime(System.nanoTime()));
        } else {
            timeOfRequest(context).ifPresent(ProviderTime::callBegins);
        }
    }

    @Override
    public void onStop(Observation.Context context) {
        if (context instanceof ServerRequestObservationContext) {
            context.<ProviderTime>getRequired(ProviderTime.class)
                    .overhead()
                    .ifPresent(nanos -> meters.timer(NAME).record(nanos, TimeUnit.NANOSECONDS));
        } else {
            timeOfRequest(context).ifPresent(ProviderTime::callEnds);
        }
    }

    private static Optional<ProviderTime> timeOfRequest(Observation.Context call) {
        return ServedRequest.of(call).map(request -> request.get(ProviderTime.class));
    }
}
