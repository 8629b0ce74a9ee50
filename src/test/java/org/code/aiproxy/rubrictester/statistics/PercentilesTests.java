package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTests {

    @Test
    void interpolatesBetweenTheTwoNearest() {
        List<Duration> latencies =
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList();
        assertThat(Percentiles.of(latencies.reversed()))
                .contains(
                        new Percentiles(
                                Duration.ofMillis(50_500),
                                Duration.ofMillis(90_100),
                                Duration.ofMillis(99_010)));
    }

    @Test
    void isTheOneThereIs() {
        Duration one = Duration.ofSeconds(2);
        assertThat(Percentiles.of(List.of(one))).contains(new Percentiles(one, one, one));
    }

    @Test
    void isNotThereOfNone() {
        assertThat(Percentiles.of(List.of())).isEmpty();
    }
}
