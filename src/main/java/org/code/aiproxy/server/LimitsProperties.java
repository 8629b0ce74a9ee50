package org.code.aiproxy.server;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.code.aiproxy.settings.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken on at once, and how long is waited for it to come in and to be done.
 *
 * @param inFlight how many requests are worked on at once; more are refused
 * @param bodyTime how long a request's body may take to come in
 * @param drain how long requests in flight may take once the service is told to stop
 */
@Validated
@ConfigurationProperties("aiproxy.limits")
record LimitsProperties(
        @DefaultValue("2000") @Positive int inFlight,
        @DefaultValue("30s") @NotNull Duration bodyTime,
        @DefaultValue("100s") @NotNull Duration drain) {

    LimitsProperties {
        if (!bodyTime.isPositive()) {
            throw new InvalidSettingException(
                    "aiproxy.limits.body-time", "a time such as 30s", bodyTime);
        }
        if (drain.isNegative()) {
            throw new InvalidSettingException(
                    "AIPROXY_SHUTDOWN_TIMEOUT", "a time such as 100s", drain);
        }
    }
}
