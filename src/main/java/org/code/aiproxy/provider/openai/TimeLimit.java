package org.code.aiproxy.provider.openai;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import java.time.Duration;
import org.code.aiproxy.model.Deadline;

/** How long a call may take: as long as the request that it is made for has time left. */
final class TimeLimit {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ONE_MILLI = Duration.ofMillis(1);

    private TimeLimit() {}

    static RequestOptions until(Deadline deadline) {
        return until(deadline, deadline, deadline.remaining());
    }

    /**
     * For an answer that comes in pieces.
     *
     * @param begin when the first piece must be there; no pause between pieces may be longer than
     *     the time until then
     * @param end when the last one must be there
     * @param silence how long no pause may be, whatever the time
     */
    static RequestOptions until(Deadline begin, Deadline end, Duration silence) {
        Duration patience = atLeastOneMilli(min(begin.remaining(), silence));
        return RequestOptions.builder()
                .timeout(
                        Timeout.builder()
                                .connect(min(patience, CONNECT_TIMEOUT))
                                .read(patience)
                                .write(patience)
                                .request(atLeastOneMilli(end.remaining()))
                                .build())
                .build();
    }

    /** The HTTP client takes less for no limit at all. */
    private static Duration atLeastOneMilli(Duration time) {
        return time.compareTo(ONE_MILLI) < 0 ? ONE_MILLI : time;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
