package org.code.aiproxy.provider.call;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.observation.Attempt;
import org.code.aiproxy.provider.observation.ModelCall;
import org.code.aiproxy.provider.observation.ModelCalls;
import org.springframework.core.retry.RetryTemplate;

/**
 * Makes the calls to one provider: not too many at once, none while it is known to fail, and again
 * where that helps and there is time. Nothing below or above this makes a call twice.
 */
public final class ProviderCalls {

    private static final Duration UNTIL_A_CALL_ENDS = Duration.ofSeconds(1);

    private final Provider provider;
    private final ResilienceProperties properties;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final ModelCalls calls;
    private final RetryCounter retried;

    ProviderCalls(
            Provider provider,
            ResilienceProperties properties,
            CircuitBreaker breaker,
            Bulkhead bulkhead,
            ModelCalls calls,
            RetryCounter retried) {
        this.provider = provider;
        this.properties = properties;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.calls = calls;
        this.retried = retried;
    }

    /**
     * Makes a call that gives all or nothing.
     *
     * @param what what is asked for
     * @param ask asks the provider, and throws {@link ModelException}s
     * @throws ModelException the last attempt's
     * @throws CallerGoneException after an interrupt
     */
    public <T> T make(ModelCall what, Deadline deadline, Function<Attempt, T> ask) {
        RetryTemplate retries = new RetryTemplate(new Retries(properties, deadline));
        Function<Attempt, T> counted = retried.counting(ask);
        try {
            T result = retries.invoke(() -> once(what, deadline, counted));
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
    public <T> T make(
            ModelCall what, Deadline deadline, ChatReply reply, Function<Attempt, T> ask) {
        return make(
                what,
                deadline,
                attempt -> {
                    try {
                        return ask.apply(attempt);
                    } catch (ModelException e) {
                        throw reply.hasBegun() ? new ModelException.BrokenOff(e) : e;
                    }
                });
    }

    private <T> T once(ModelCall what, Deadline deadline, Function<Attempt, T> ask) {
        deadline.requireTimeFor(provider.name());
        try {
            return bulkhead.executeSupplier(
                    () -> breaker.executeSupplier(() -> observed(what, ask)));
        } catch (CallNotPermittedException e) {
            throw new ModelException.NotAsked(
                    provider.name() + " has failed repeatedly; calls to it are paused.",
                    properties.breakerWait(),
                    e);
        } catch (BulkheadFullException e) {
            throw new ModelException.NotAsked(
                    provider.name() + " has reached its limit of concurrent calls.",
                    UNTIL_A_CALL_ENDS,
                    e);
        }
    }

    /**
     * The breaker hears of exceptions only; after an error it would wait for an outcome forever.
     */
    private <T> T observed(ModelCall what, Function<Attempt, T> ask) {
        try {
            return calls.observe(provider.id(), what, ask);
        } catch (Error e) {
            breaker.releasePermission();
            throw e;
        }
    }
}
