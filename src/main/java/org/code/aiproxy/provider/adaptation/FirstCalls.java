package org.code.aiproxy.provider.adaptation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

    /** The call that goes first, and when it was last sent in {@link System#nanoTime()}. */
    private record Leader(CountDownLatch ended, AtomicLong sent) {

        static Leader beginning() {
            return new Leader(new CountDownLatch(1), new AtomicLong(System.nanoTime()));
        }

        /** Whether it ends while it is worth waiting for: each refusal brings it nearer to that. */
        boolean endsWithin(Duration patience) throws InterruptedException {
            long left = patience.toNanos();
            while (left > 0) {
                if (ended.await(left, TimeUnit.NANOSECONDS)) {
                    return true;
                }
                left = patience.toNanos() - (System.nanoTime() - sent.get());
            }
            return false;
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

        /** The call was refused, and goes out again. */
        void goesAgain() {
            leader.sent().set(System.nanoTime());
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
     * @param patience how long to wait for the call that goes first since it was last sent
     * @throws CallerGoneException when the thread is interrupted
     */
    Ticket enter(Object kind, Duration patience) {
        Leader own = Leader.beginning();
        try {
            while (known.getIfPresent(kind) == null) {
                Leader first = leaders.putIfAbsent(kind, own);
                if (first == null || !first.endsWithin(patience)) {
                    break;
                }
            }
            own.sent().set(System.nanoTime());
            return new Ticket(kind, own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        }
    }
}
