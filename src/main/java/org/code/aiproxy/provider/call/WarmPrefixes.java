package org.code.aiproxy.provider.call;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;

/**
 * Lets the first call with a lesson's prefix fill the provider's cache before others with the same
 * prefix go out: calls that go out together all miss it. Others wait for the first one's answer,
 * but not for long, since a provider has read the prefix once it begins to answer. Thread-safe; per
 * process, bounded.
 */
public final class WarmPrefixes {

    /** OpenAI and Bedrock keep a prefix for 5 minutes after its last use, or longer. */
    static final Duration KEPT = Duration.ofMinutes(4);

    private static final int MOST = 1000;

    private final Duration longestWait;
    private final LongSupplier nanoTime;
    private final Map<Prefix, State> states = new LinkedHashMap<>(16, 0.75f, true);

    private final AtomicInteger waiting = new AtomicInteger();

    private record Prefix(String model, String key) {}

    /**
     * What is known of a prefix.
     *
     * @param first counted down once the first call has ended
     * @param warmed whether a call with it has succeeded
     * @param since when it did or, until then, when the first call began, in nanoseconds
     */
    private record State(CountDownLatch first, boolean warmed, long since) {}

    /**
     * @param longestWait how long a call may wait for the first one since that began; zero for not
     *     at all
     * @param nanoTime the clock, as {@link System#nanoTime()}
     */
    public WarmPrefixes(Duration longestWait, LongSupplier nanoTime) {
        this.longestWait = longestWait;
        this.nanoTime = nanoTime;
    }

    /**
     * Makes a call, once the first one with the same prefix has ended where that is worth waiting
     * for.
     *
     * @param caching how the provider caches the model's prompts, if it does
     * @throws CallerGoneException when the thread is interrupted while it waits
     */
    public ModelResponse call(
            ModelRequest request, Optional<PromptCaching> caching, Supplier<ModelResponse> call) {
        boolean isCached = caching.filter(request::hasPrefixFor).isPresent();
        if (!isCached || !longestWait.isPositive()) {
            return call.get();
        }
        Prefix prefix = new Prefix(request.model(), request.prefixKey().orElseThrow());
        CountDownLatch mine = new CountDownLatch(1);
        State state = enter(prefix, mine);
        if (!state.first().equals(mine) && !state.warmed()) {
            await(state, request.deadline());
        }
        try {
            ModelResponse response = call.get();
            warmed(prefix, mine);
            return response;
        } finally {
            mine.countDown();
        }
    }

    /** What is known of the prefix; with one's own latch for who goes first. */
    private synchronized State enter(Prefix prefix, CountDownLatch mine) {
        State known = states.get(prefix);
        if (known != null && isOfUse(known)) {
            return known;
        }
        State first = new State(mine, false, nanoTime.getAsLong());
        put(prefix, first);
        return first;
    }

    private boolean isOfUse(State known) {
        return known.warmed() ? age(known).compareTo(KEPT) < 0 : known.first().getCount() > 0;
    }

    private synchronized void warmed(Prefix prefix, CountDownLatch mine) {
        State before = states.get(prefix);
        put(prefix, new State(mine, true, nanoTime.getAsLong()));
        if (before != null) {
            before.first().countDown();
        }
    }

    private void put(Prefix prefix, State state) {
        states.put(prefix, state);
        if (states.size() > MOST) {
            states.remove(states.keySet().iterator().next());
        }
    }

    private void await(State state, Deadline deadline) {
        Duration share = deadline.remaining().dividedBy(4);
        Duration left = longestWait.minus(age(state));
        Duration wait = left.compareTo(share) < 0 ? left : share;
        waiting.incrementAndGet();
        try {
            var _ = state.first().await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many calls wait for a first one now. */
    int waiting() {
        return waiting.get();
    }

    private Duration age(State state) {
        return Duration.ofNanos(nanoTime.getAsLong() - state.since());
    }
}
