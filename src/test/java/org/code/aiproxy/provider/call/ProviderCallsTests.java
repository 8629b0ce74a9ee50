package org.code.aiproxy.provider.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.observation.Attempt;
import org.code.aiproxy.provider.observation.ModelCall;
import org.code.aiproxy.provider.observation.ModelCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProviderCallsTests {

    private static final ModelCall WHAT = new ModelCall("m", 1, Optional.empty());

    private final ModelException down = new ModelException.Unavailable("X", "is down.");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Deadline later = Deadline.in(Duration.ofMinutes(1));

    @Test
    void areMadeAgainAfterAFault() {
        ProviderCalls calls = calls(properties(2, 1000));
        assertThat(calls.make(WHAT, later, failing(List.of(down, limit(Optional.empty())))))
                .isEqualTo("answer");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void giveUpAfterTheLastRetryWithTheLastFault() {
        ProviderCalls calls = calls(properties(2, 1000));
        assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(down))).isSameAs(down);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void areNotMadeAgainWhereThatCannotHelp() {
        for (ModelException fault :
                List.of(
                        new ModelException.Refused("X", 400, "no"),
                        new ModelException.ContextExceeded("X"),
                        new ModelException.TimedOut("X"),
                        new ModelException.Unsupported("model", "is none"))) {
            attempts.set(0);
            ProviderCalls calls = calls(properties(2, 1000));
            assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(fault))).isSameAs(fault);
            assertThat(attempts).hasValue(1);
        }
    }

    @Test
    void waitAsLongAsTheProviderAsks() {
        ProviderCalls calls = calls(properties(1, 1000));
        long start = System.nanoTime();
        calls.make(WHAT, later, failing(List.of(limit(Optional.of(Duration.ofMillis(50))))));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void doNotWaitLongerThanTheBudgetLasts() {
        ProviderCalls calls = calls(properties(2, 1000));
        ModelException limit = limit(Optional.of(Duration.ofSeconds(61)));
        assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(limit))).isSameAs(limit);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void areNotMadeWhenNoTimeIsLeft() {
        ProviderCalls calls = calls(properties(2, 1000));
        assertThatThrownBy(() -> calls.make(WHAT, Deadline.in(Duration.ZERO), alwaysFailing(down)))
                .isInstanceOf(ModelException.TimedOut.class);
        assertThat(attempts).hasValue(0);
    }

    @Test
    void areNotMadeForACallerThatHasHungUp() {
        ProviderCalls calls = calls(properties(2, 1000));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(down)))
                .isInstanceOf(CallerGoneException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(0);
    }

    @Test
    void endTheWaitForARetryWhenTheCallerHangsUp() {
        ProviderCalls calls = calls(properties(2, 1000));
        assertThatThrownBy(() ->
                        calls.make(
                                WHAT,
                                later,
                                _ -> {
                                    Thread.currentThread().interrupt();
                                    throw limit(Optional.of(Duration.ofSeconds(30)));
                                }))
                .isInstanceOf(CallerGoneException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void areNotMadeAgainOnceAnythingWasPassedOn() {
        ProviderCalls calls = calls(properties(2, 1000));
        AtomicBoolean hasBegun = new AtomicBoolean();
        assertThatThrownBy(() ->
                        calls.make(
                                WHAT,
                                later,
                                reply(hasBegun),
                                _ -> {
                                    attempts.incrementAndGet();
                                    hasBegun.set(true);
                                    throw down;
                                }))
                .isInstanceOf(ModelException.BrokenOff.class)
                .hasMessage("X is down.");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void costNothingWhileTheProviderIsKnownToFailAndTryAgainLater() {
        CircuitBreakerRegistry breakers = breakers(properties(0, 4));
        ProviderCalls calls =
                resilience(properties(0, 4), breakers).callsTo(new Provider("X", "x"));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(down))).isSameAs(down);
        }
        assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(down)))
                .isInstanceOfSatisfying(
                        ModelException.NotAsked.class,
                        e -> {
                            assertThat(e).hasMessageContaining("X has failed repeatedly");
                            assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(10));
                        });
        assertThat(attempts).hasValue(4);
        breakers.circuitBreaker("x").transitionToHalfOpenState();
        assertThat(calls.make(WHAT, later, failing(List.of()))).isEqualTo("answer");
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void tryAgainLaterWhenTheOneThatTriesDoesNotEnd() throws InterruptedException {
        ResilienceProperties properties = properties(0, 4, Duration.ofMillis(10));
        CircuitBreakerRegistry breakers = breakers(properties);
        CircuitBreaker breaker = breakers.circuitBreaker("x");
        ProviderCalls calls = resilience(properties, breakers).callsTo(new Provider("X", "x"));
        breaker.transitionToOpenState();
        CountDownLatch givenUp = new CountDownLatch(1);
        breaker.getEventPublisher()
                .onStateTransition(event -> {
                    if (event.getStateTransition() == StateTransition.HALF_OPEN_TO_OPEN) {
                        givenUp.countDown();
                    }
                });
        CountDownLatch end = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            breaker.transitionToHalfOpenState();
            var _ =
                    executor.submit(
                            () -> calls.make(WHAT, later, waiting(new CountDownLatch(1), end)));
            try {
                assertThat(givenUp.await(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                end.countDown();
            }
        }
    }

    /** An error is this service's, and tells nothing of the provider. */
    @Test
    void mayTryAgainAfterAnErrorOfThisService() {
        CircuitBreakerRegistry breakers = breakers(properties(0, 4));
        ProviderCalls calls =
                resilience(properties(0, 4), breakers).callsTo(new Provider("X", "x"));
        breakers.circuitBreaker("x").transitionToOpenState();
        breakers.circuitBreaker("x").transitionToHalfOpenState();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() ->
                            calls.make(
                                    WHAT,
                                    later,
                                    _ -> {
                                        throw new StackOverflowError();
                                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.HALF_OPEN);
        assertThat(calls.make(WHAT, later, failing(List.of()))).isEqualTo("answer");
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.CLOSED);
    }

    /** The breaker opens after the second, so that the third is not made. */
    @Test
    void countAsMadeAgainOnlyWhenTheyAre() {
        ProviderCalls calls = calls(properties(2, 2));
        assertThatThrownBy(() -> calls.make(WHAT, later, alwaysFailing(down)))
                .isInstanceOf(ModelException.NotAsked.class);
        assertThat(attempts).hasValue(2);
        assertThat(meters.counter("aiproxy.retries", "provider", "x").count()).isEqualTo(1);
    }

    /** Over 10,000 calls, so many as a busy task makes in minutes. */
    @Test
    void goOnWhileTheProviderFailsNowAndThen() {
        int usual = 30;
        CircuitBreakerRegistry breakers = breakers(properties(0, usual));
        ProviderCalls calls =
                resilience(properties(0, usual), breakers).callsTo(new Provider("X", "x"));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 10_000; i++) {
            List<ModelException> faults = random.nextInt(10) < 3 ? List.of(down) : List.of();
            try {
                calls.make(WHAT, later, failing(faults));
            } catch (ModelException e) {
                assertThat(e).isSameAs(down);
            }
        }
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void doNotTakeALimitedRateForAFault() {
        CircuitBreakerRegistry breakers = breakers(properties(0, 4));
        ProviderCalls calls =
                resilience(properties(0, 4), breakers).callsTo(new Provider("X", "x"));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(
                            () -> calls.make(WHAT, later, alwaysFailing(limit(Optional.empty()))))
                    .isInstanceOf(ModelException.RateLimited.class);
        }
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void learnNothingOfTheProviderFromCallersThatHangUp() {
        CircuitBreakerRegistry breakers = breakers(properties(0, 4));
        ProviderCalls calls =
                resilience(properties(0, 4), breakers).callsTo(new Provider("X", "x"));
        breakers.circuitBreaker("x").transitionToOpenState();
        breakers.circuitBreaker("x").transitionToHalfOpenState();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() ->
                            calls.make(
                                    WHAT,
                                    later,
                                    _ -> {
                                        throw new CallerGoneException();
                                    }))
                    .isInstanceOf(CallerGoneException.class);
        }
        assertThat(breakers.circuitBreaker("x").getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void areRefusedWhenTooManyAreUnderWay() throws InterruptedException, ExecutionException {
        ProviderCalls calls = calls(properties(0, 1000));
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> underWay =
                    List.of(
                            executor.submit(() -> calls.make(WHAT, later, waiting(begun, end))),
                            executor.submit(() -> calls.make(WHAT, later, waiting(begun, end))));
            begun.await();
            assertThatThrownBy(() -> calls.make(WHAT, later, failing(List.of())))
                    .isInstanceOf(ModelException.NotAsked.class)
                    .hasMessage("X has reached its limit of concurrent calls.");
            end.countDown();
            for (Future<String> call : underWay) {
                assertThat(call.get()).isEqualTo("answer");
            }
        }
    }

    private ProviderCalls calls(ResilienceProperties properties) {
        return resilience(properties, breakers(properties)).callsTo(new Provider("X", "x"));
    }

    private Resilience resilience(
            ResilienceProperties properties, CircuitBreakerRegistry breakers) {
        return new Resilience(
                properties, breakers, new ModelCalls(ObservationRegistry.NOOP), meters);
    }

    private static CircuitBreakerRegistry breakers(ResilienceProperties properties) {
        return CircuitBreakerRegistry.of(Resilience.breaker(properties));
    }

    private static ResilienceProperties properties(int retries, int breakerCalls) {
        return properties(retries, breakerCalls, Duration.ofMinutes(1));
    }

    private static ResilienceProperties properties(
            int retries, int breakerCalls, Duration probeTime) {
        return new ResilienceProperties(
                retries,
                true,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                2,
                breakerCalls,
                Duration.ofSeconds(10),
                probeTime);
    }

    private static ModelException limit(Optional<Duration> wait) {
        return new ModelException.RateLimited("X", wait);
    }

    private Function<Attempt, String> failing(List<ModelException> faults) {
        Iterator<ModelException> rest = faults.iterator();
        return _ -> {
            attempts.incrementAndGet();
            if (rest.hasNext()) {
                throw rest.next();
            }
            return "answer";
        };
    }

    private Function<Attempt, String> alwaysFailing(ModelException fault) {
        return _ -> {
            attempts.incrementAndGet();
            throw fault;
        };
    }

    private static Function<Attempt, String> waiting(CountDownLatch begun, CountDownLatch end) {
        return _ -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "answer";
        };
    }

    private static ChatReply reply(AtomicBoolean hasBegun) {
        return new ChatReply() {
            @Override
            public void begin(Map<String, String> headers) {}

            @Override
            public void whole(int status, Map<String, String> headers, byte[] json) {}

            @Override
            public void event(byte[] event) {}

            @Override
            public boolean hasBegun() {
                return hasBegun.get();
            }
        };
    }
}
