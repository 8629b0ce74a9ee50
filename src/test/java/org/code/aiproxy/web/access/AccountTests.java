package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccountTests {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T23:59:59.5Z"));
    private final InstantSource source = now::get;

    /** Whatever the machine's own zone is. */
    private final Account account = new Account(source.withZone(ZoneId.of("Pacific/Auckland")));

    @Test
    void addsUpWhatIsPaidOnADayOfUtc() {
        account.paid(new BigDecimal("0.1"));
        account.paid(new BigDecimal("0.2"));
        assertThat(account.spentToday()).isEqualByComparingTo("0.3");
        assertThat(account.reset()).isEqualTo("2026-11-27T00:00:00Z");

        now.updateAndGet(it -> it.plus(Duration.ofSeconds(1)));
        assertThat(account.spentToday()).isZero();
        account.paid(new BigDecimal("0.4"));
        assertThat(account.spentToday()).isEqualByComparingTo("0.4");
        assertThat(account.reset()).isEqualTo("2026-11-28T00:00:00Z");
    }

    @Test
    void keepsItsSumWhenTheClockIsPutBack() {
        now.updateAndGet(it -> it.plus(Duration.ofSeconds(1)));
        account.paid(new BigDecimal("0.4"));
        now.updateAndGet(it -> it.minus(Duration.ofSeconds(1)));
        assertThat(account.spentToday()).isEqualByComparingTo("0.4");
    }

    @Test
    void takesOnAsManyRequestsAsItMay() {
        Optional<Integer> two = Optional.of(2);
        assertThat(account.enter(two)).isTrue();
        assertThat(account.enter(two)).isTrue();
        assertThat(account.enter(two)).isFalse();
        account.leave();
        assertThat(account.enter(two)).isTrue();
        assertThat(account.enter(Optional.empty())).isTrue();
    }
}
