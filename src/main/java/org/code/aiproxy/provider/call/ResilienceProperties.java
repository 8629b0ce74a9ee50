package org.code.aiproxy.provider.call;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is done about providers that fail; for each provider on its own.
 *
 * @param retries how often a failed call is made again
 * @param retryRateLimits whether that includes calls over the provider's limit; not where the
 *     caller slows all calls down together
 * @param firstWait about how long before the first of these; each further wait is twice as long
 * @param longestWait about how long at most, unless the provider asks for more
 * @param callsAtOnce how many calls may be in flight
 * @param breakerCalls over how many of the last calls failures are counted; when four in five of
 *     them failed, the provider isn't asked for a while
 * @param breakerWait for how long; then one call tries whether it answers again
 * @param probeTime how long that call may take before the provider isn't asked for a while again;
 *     more than answers take, or it is never found to work
 */
@Validated
@ConfigurationProperties("aiproxy.resilience")
record ResilienceProperties(
        @DefaultValue("2") @Range(min = 0, max = 10) int retries,
        @DefaultValue("true") boolean retryRateLimits,
        @DefaultValue("500ms") @NotNull Duration firstWait,
        @DefaultValue("8s") @NotNull Duration longestWait,
        @DefaultValue("2000") @Positive int callsAtOnce,
        @DefaultValue("30") @Positive int breakerCalls,
        @DefaultValue("10s") @NotNull Duration breakerWait,
        @DefaultValue("60s") @NotNull Duration probeTime) {

    private static final Duration LEAST = Duration.ofMillis(1);

    ResilienceProperties {
        requireTime("first-wait", firstWait, "500ms");
        requireTime("longest-wait", longestWait, "8s");
        requireTime("breaker-wait", breakerWait, "10s");
        requireTime("probe-time", probeTime, "60s");
    }

    private static void requireTime(String setting, Duration time, String example) {
        if (time.compareTo(LEAST) < 0) {
            throw new InvalidSettingException(
                    "aiproxy.resilience." + setting, "a time such as " + example, time);
        }
    }
}
