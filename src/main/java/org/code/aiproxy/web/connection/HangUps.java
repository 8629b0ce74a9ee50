package org.code.aiproxy.web.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.code.aiproxy.model.CallerGoneException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the work for callers that hang up: what they wait for costs money. Looks at all their
 * connections several times a second.
 */
public final class HangUps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HangUps.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watcher;

    HangUps() {
        watcher =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("hang-ups").daemon().factory());
        long millis = BETWEEN_LOOKS.toMillis();
        var _ =
                watcher.scheduleWithFixedDelay(
                        this::lookAtAll, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void lookAtAll() {
        for (Watch watch : watches) {
            try {
                watch.look();
            } catch (RuntimeException e) {
                // Nobody would look at any connection any more.
                LOG.warn("Can't inspect a connection", e);
            }
        }
    }

    /**
     * Does the work, and interrupts the thread when the caller hangs up. The request's body must
     * have been read.
     *
     * @throws CallerGoneException when the caller has hung up
     */
    public <T> T whileThere(HttpServletRequest request, Supplier<T> work) {
        Optional<ClientConnection> connection = ClientConnection.of(request);
        if (connection.isEmpty()) {
            return work.get();
        }
        Watch watch = new Watch(connection.get(), Thread.currentThread());
        watches.add(watch);
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw watch.hasCallerGone() ? new CallerGoneException(e) : e;
        } finally {
            watches.remove(watch);
            watch.close();
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
