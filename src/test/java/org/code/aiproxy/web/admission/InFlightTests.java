package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InFlightTests {

    private static final Admission ADMISSION =
            new Admission(1, new RequestMemory(1), Duration.ZERO, () -> false, () -> 0);

    private final InFlight inFlight = new InFlight();

    @Test
    void expectsRequestsToTakeAsLongAsThoseBefore() {
        inFlight.remove(add(0), seconds(10));
        add(20);
        add(24);
        add(28);
        add(29);

        // The oldest are done in 1 and 5 seconds, and four of 10 seconds each in 2.5 on average.
        assertThat(inFlight.untilRoomFor(1, seconds(29))).hasMillis(1000 + 2500);
        assertThat(inFlight.untilRoomFor(2, seconds(29))).hasMillis(5000 + 5000);
    }

    /** A thousand came at once: they will be done at once, and nothing moves before. */
    @Test
    void expectsNothingToMoveBeforeTheOldestAreDone() {
        inFlight.remove(add(0), seconds(10));
        IntStream.range(0, 1000).forEach(_ -> add(20));

        assertThat(inFlight.untilRoomFor(1, seconds(20))).hasMillis(10_000 + 10);
        assertThat(inFlight.untilRoomFor(100, seconds(28))).hasMillis(2000 + 1000);
    }

    @Test
    void expectsAStandstillToLast() {
        inFlight.remove(add(0), seconds(1));
        add(1);

        assertThat(inFlight.untilRoomFor(1, seconds(7))).hasSeconds(5 + 1);
    }

    @Test
    void ignoresAStragglerWhileOthersAreDone() {
        add(0);
        RequestPlace other = add(6);
        inFlight.remove(other, seconds(7));

        assertThat(inFlight.untilRoomFor(1, seconds(7))).hasSeconds(1);
    }

    @Test
    void expectsTheFirstRequestsToTakeAsLongAgain() {
        add(1);

        assertThat(inFlight.untilRoomFor(1, seconds(1))).isZero();
        assertThat(inFlight.untilRoomFor(1, seconds(3))).hasSeconds(2);
    }

    @Test
    void countsRequestsAndTheirMemory() {
        RequestPlace place = add(0);
        add(0);
        assertThat(inFlight.requests()).isEqualTo(2);
        assertThat(inFlight.bytes()).isEqualTo(200);

        inFlight.remove(place, seconds(1));
        assertThat(inFlight.requests()).isEqualTo(1);
        assertThat(inFlight.bytes()).isEqualTo(100);
    }

    private RequestPlace add(long second) {
        return inFlight.add(ADMISSION, 100, seconds(second));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
