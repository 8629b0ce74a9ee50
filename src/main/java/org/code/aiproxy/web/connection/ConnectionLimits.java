package org.code.aiproxy.web.connection;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How patient this service is with the senders and readers at the other end of its connections.
 *
 * @param bodyTime how long a request's headers may take to arrive, and its body after that
 * @param readersPause how long a caller may read nothing of an answer
 * @param mostIncomplete how many connections' headers may be coming in at once, in pieces
 * @param stalled for how long this process has stood still so far, which senders can't help
 */
public record ConnectionLimits(
        Duration bodyTime, Duration readersPause, int mostIncomplete, Supplier<Duration> stalled) {}
