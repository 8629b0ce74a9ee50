package org.code.aiproxy.model.openai;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import java.time.Duration;
import org.code.aiproxy.model.Deadline;

/** How long a call may take: as long as the request that it is made for has time left. */
final class TimeLimit {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private TimeLimit() {}

    static RequestOptions until(Deadline deadline) {
        Duration remaining = deadline.remaining();
        return RequestOptions.builder()
                .timeout(
                        Timeout.builder()
                                .connect(min(remaining, CONNECT_TIMEOUT))
                                .read(remaining)
                                .write(remaining)
                                .request(remaining)
                                .build())
                .build();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
