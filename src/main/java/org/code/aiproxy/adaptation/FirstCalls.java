package org.code.aiproxy.adaptation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.model.CallerGoneException;

/**
 * Lets one call of a kind go first while it isn't known how a model takes it. The others wait for
 * what that one learns, so that a burst is refused once and not a thousand times; refusals come at
 * once, so they don't wait for long.
 */
final class FirstCalls {

    private static final int MOST_KINDS = 10_000;

    private final Cache<Object, Boolean> known;
    private final ConcurrentMap<Object, Leader> leaders = new ConcurrentHashMap<>();

    /** The call that goes first, and when it began in {@link System#nanoTime()}. */
    private record Leader(CountDownLatch ended, long began) {

        boolean endsWithin(Duration patience, long arrived) throws InterruptedException {
            long now = System.nanoTime();
            long left = patience.toNanos() - Math.max(now - began, now - arrived);
            return ended.await(left, TimeUnit.NANOSECONDS);
        }
    }

    /** A call that may go; closed when it has ended. */
    final class Ticket implements AutoCloseable {

        private final Object kind;
        private final Leader leader;

        private Ticket(Object kind, Leader leader) {
            this.kind = kind;
            this.leader = leader;
        }

        /** The call went well: others of its kind need not wait any more. */
        void succeeded() {
            known.put(kind, true);
        }

        @Override
        public void close() {
            leaders.remove(kind, leader);
            leader.ended().countDown();
        }
    }

    FirstCalls(Duration memory, Ticker ticker) {
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KINDS)
                        .expireAfterWrite(memory)
                        .ticker(ticker)
                        .build();
    }

    /**
     * Waits until the call may go.
     *
     * @param kind calls of one kind are refused for the same reasons
     * @param patience how long to wait for the call that goes first, from its beginning
     * @throws CallerGoneException when the thread is interrupted
     */
    Ticket enter(Object kind, Duration patience) {
        long arrived = System.nanoTime();
        Leader own = new Leader(new CountDownLatch(1), arrived);
        try {
            while (known.getIfPresent(kind) == null) {
                Leader first = leaders.putIfAbsent(kind, own);
                if (first == null || !first.endsWithin(patience, arrived)) {
                    break;
                }
            }
            return new Ticket(kind, own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        }
    }
}
