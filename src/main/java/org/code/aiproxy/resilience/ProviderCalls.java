package org.code.aiproxy.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.springframework.core.retry.RetryTemplate;

/**
 * Makes the calls to one provider: not too many at once, none while it is known to fail, and again
 * where that helps and there is time. Nothing below or above this makes a call twice.
 */
public final class ProviderCalls {

    private static final Duration UNTIL_A_CALL_ENDS = Duration.ofSeconds(1);

    private final String provider;
    private final ResilienceProperties properties;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    ProviderCalls(
            String provider,
            ResilienceProperties properties,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        this.provider = provider;
        this.properties = properties;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /**
     * Makes a call that gives all or nothing.
     *
     * @param call asks the provider and throws {@link ModelException}s
     * @throws ModelException the last attempt's
     * @throws CallerGoneException after an interrupt
     */
    public <T> T make(Deadline deadline, Supplier<T> call) {
        try {
            T result =
                    new RetryTemplate(new Retries(properties, deadline))
                            .invoke(() -> once(deadline, call));
            return Objects.requireNonNull(result, "what a call gives");
        } catch (ModelException e) {
            // An interrupt ends the wait for a retry with the last attempt's fault.
            throw Thread.currentThread().isInterrupted() ? new CallerGoneException(e) : e;
        }
    }

    /**
     * Makes a call whose answer is passed on while it comes. It is made again only as long as
     * nothing was passed on.
     *
     * @throws ModelException.BrokenOff when the answer ended before it was complete
     */
    public <T> T make(Deadline deadline, ChatReply reply, Supplier<T> call) {
        return make(
                deadline,
                () -> {
                    try {
                        return call.get();
                    } catch (ModelException e) {
                        throw reply.hasBegun() ? new ModelException.BrokenOff(e) : e;
                    }
                });
    }

    private <T> T once(Deadline deadline, Supplier<T> call) {
        deadline.requireTimeFor(provider);
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(call));
        } catch (CallNotPermittedException e) {
            throw new ModelException.NotAsked(
                    provider + " has failed again and again; it is not asked for now.",
                    properties.breakerWait(),
                    e);
        } catch (BulkheadFullException e) {
            throw new ModelException.NotAsked(
                    provider + " has as many calls under way as are allowed at once.",
                    UNTIL_A_CALL_ENDS,
                    e);
        }
    }
}
