package org.code.aiproxy.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Measures what this service adds to the time that providers take: for each request that made
 * calls, the time in which none was under way.
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
            request(context).ifPresent(ProviderTime::callBegins);
        }
    }

    @Override
    public void onStop(Observation.Context context) {
        if (context instanceof ServerRequestObservationContext) {
            context.<ProviderTime>getRequired(ProviderTime.class)
                    .overhead()
                    .ifPresent(nanos -> meters.timer(NAME).record(nanos, TimeUnit.NANOSECONDS));
        } else {
            request(context).ifPresent(ProviderTime::callEnds);
        }
    }

    /** The request that a call is made for; there is none in the rubric tester. */
    private static Optional<ProviderTime> request(Observation.Context call) {
        ObservationView parent = call.getParentObservation();
        while (parent != null) {
            if (parent.getContextView().get(ProviderTime.class) instanceof ProviderTime time) {
                return Optional.of(time);
            }
            parent = parent.getContextView().getParentObservation();
        }
        return Optional.empty();
    }
}
