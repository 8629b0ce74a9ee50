package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionPressureTests {

    private final CollectionPressure pressure = new CollectionPressure(Duration.ofSeconds(10));
    private Duration collecting = Duration.ZERO;
    private long seconds;

    @Test
    void isHopelessWhereNothingButCollectingIsDoneInVain() {
        pass(9, Duration.ofMillis(900), true);
        assertThat(pressure.isHopeless()).isFalse();

        pass(3, Duration.ofMillis(900), true);
        assertThat(pressure.isHopeless()).isTrue();
        assertThat(pressure.share()).isCloseTo(0.9, within(0.001));
    }

    @Test
    void hasHopeWhileCollectionsFreeMemory() {
        pass(20, Duration.ofMillis(900), false);
        assertThat(pressure.isHopeless()).isFalse();

        pass(9, Duration.ofMillis(900), true);
        assertThat(pressure.isHopeless()).isFalse();
    }

    @Test
    void hasHopeWhileWorkIsDoneBetweenCollections() {
        pass(30, Duration.ofMillis(400), true);
        assertThat(pressure.isHopeless()).isFalse();
    }

    @Test
    void forgetsWhatWasLongAgo() {
        pass(30, Duration.ofMillis(900), true);
        pass(11, Duration.ZERO, true);
        assertThat(pressure.share()).isZero();
        assertThat(pressure.isHopeless()).isFalse();
    }

    private void pass(int howMany, Duration collectingInEach, boolean isShort) {
        for (int i = 0; i < howMany; i++) {
            collecting = collecting.plus(collectingInEach);
            seconds++;
            pressure.add(Duration.ofSeconds(seconds).toNanos(), collecting, isShort);
        }
    }
}
