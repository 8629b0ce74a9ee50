package org.code.aiproxy.provider.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "' 0 ', PT0S",
        "1.5, PT1.5S",
        "99999999999, PT277777H46M39S",
        "'Mon, 05 Jan 2026 10:00:30 GMT', PT30S",
        "'Mon, 05 Jan 2026 09:00:00 GMT', PT0S"
    })
    void readsSecondsAndDates(String value, Duration wait) {
        assertThat(RetryAfter.parse(value, CLOCK)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "Mon, 05 Jan"})
    void knowsNothingOfWhatIsNeither(String value) {
        assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(Optional.empty());
    }
}
