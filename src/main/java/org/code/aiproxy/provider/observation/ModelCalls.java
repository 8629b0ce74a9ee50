package org.code.aiproxy.provider.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Function;
import org.code.aiproxy.model.ModelException;

/** Observes calls to providers, one span and one measurement for each. */
public final class ModelCalls {

    private final ObservationRegistry observations;

    /**
     * @param observations told of each call
     */
    public ModelCalls(ObservationRegistry observations) {
        this.observations = observations;
    }

    /**
     * Makes one call.
     *
     * @param provider the provider's name in OpenTelemetry's conventions
     * @param make makes it, and tells what became of it
     */
    public <T> T observe(String provider, ModelCall call, Function<Attempt, T> make) {
        Attempt attempt = new Attempt();
        Observation observation =
                Observation.start(
                        ModelCallConvention.DURATION,
                        () -> new ModelCallContext(provider, call, attempt),
                        observations);
        try (Observation.Scope _ = observation.openScope()) {
            return make.apply(attempt);
        } catch (RuntimeException | Error e) {
            attempt.failed(e);
            var _ = observation.error(new FailedCall(e));
            throw e;
        } finally {
            observation.stop();
        }
    }

    /** Says what a fault may tell to whoever reads traces: no words of providers or callers. */
    private static final class FailedCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedCall(Throwable e) {
            super(
                    e instanceof ModelException fault ? fault.summary() : ErrorType.of(e),
                    null,
                    false,
                    false);
        }
    }
}
