package org.code.aiproxy.web.admission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken on at once, and how long the service waits for it to arrive and to be done.
 *
 * @param inFlight how many requests are worked on at once; no more than the heap can hold
 * @param queueTime how long a request may wait to be taken on; what would wait longer is refused
 * @param bodyTime how long a request's body may take to arrive
 * @param drain how long requests in flight may take once the service is told to stop
 */
@Validated
@ConfigurationProperties("aiproxy.limits")
record LimitsProperties(
        @DefaultValue("2000") @Positive int inFlight,
        @DefaultValue("3s") @NotNull Duration queueTime,
        @DefaultValue("30s") @NotNull Duration bodyTime,
        @DefaultValue("100s") @NotNull Duration drain) {

    LimitsProperties {
        if (!bodyTime.isPositive()) {
            throw new InvalidSettingException(
                    "aiproxy.limits.body-time", "a time such as 30s", bodyTime);
        }
        if (queueTime.isNegative()) {
            throw new InvalidSettingException("AIPROXY_QUEUE_TIME", "must be a time such as 3s.");
        }
        if (drain.isNegative()) {
            throw new InvalidSettingException(
                    "AIPROXY_SHUTDOWN_TIMEOUT", "a time such as 100s", drain);
        }
    }
}
