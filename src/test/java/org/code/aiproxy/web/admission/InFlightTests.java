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

        assertThat(inFlight.untilRoomFor(1, seconds(28))).hasSeconds(2);
        assertThat(inFlight.untilRoomFor(2, seconds(28))).hasSeconds(6);
        assertThat(inFlight.untilRoomFor(3, seconds(28))).hasSeconds(10);
    }

    /** A thousand came at once: they will be done at once, and nothing moves before. */
    @Test
    void expectsNothingToMoveBeforeTheOldestIsDone() {
        inFlight.remove(add(0), seconds(10));
        IntStream.range(0, 1000).forEach(_ -> add(20));

        assertThat(inFlight.untilRoomFor(1, seconds(20))).hasSeconds(10);
        assertThat(inFlight.untilRoomFor(100, seconds(20))).hasSeconds(10);
    }

    @Test
    void expectsAStandstillToLast() {
        inFlight.remove(add(0), seconds(1));
        add(1);
        add(1);

        assertThat(inFlight.untilRoomFor(1, seconds(6))).hasSeconds(5);
        assertThat(inFlight.untilRoomFor(2, seconds(6))).hasSeconds(10);
    }

    @Test
    void expectsTheBestWhereNoRequestHasBeenAnswered() {
        add(1);

        assertThat(inFlight.untilRoomFor(1, seconds(1))).isZero();
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
