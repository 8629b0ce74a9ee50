package org.code.aiproxy.provider.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamPaceTests {

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private final StreamPace pace =
            new StreamPace(Duration.ofSeconds(8), turns::incrementAndGet, nanoTime::get);

    @Test
    void waitsForATurnNowAndThen() throws Exception {
        for (int i = 0; i < 640; i++) {
            pace.piece(() -> true);
        }
        assertThat(turns).hasValue(10);
    }

    @Test
    void endsWhereNothingUsefulComesForTooLong() throws Exception {
        pass(7);
        pace.piece(() -> false);
        pass(1);
        assertThatExceptionOfType(SilentStreamException.class)
                .isThrownBy(() -> pace.piece(() -> false))
                .satisfies(e -> assertThat(e.silence()).isEqualTo(Duration.ofSeconds(8)));
    }

    @Test
    void goesOnWhereSomethingUsefulComes() throws Exception {
        for (int i = 0; i < 10; i++) {
            pass(7);
            pace.piece(() -> true);
        }
        assertThat(pace.left()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void doesntTakeACallersPauseForAProvidersSilence() throws Exception {
        pace.piece(() -> true);
        pace.passOn(() -> pass(20));
        pace.piece(() -> false);
        assertThat(pace.left()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void looksAtFewPieces() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            nanoTime.addAndGet(Duration.ofMillis(10).toNanos());
            pace.piece(() -> looks.incrementAndGet() > 0);
        }
        assertThat(looks).hasValue(10);
    }

    private void pass(int seconds) {
        nanoTime.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
