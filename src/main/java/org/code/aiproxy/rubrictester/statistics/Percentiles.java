package org.code.aiproxy.rubrictester.statistics;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * What half, nine of ten and 99 of 100 latencies stay within, interpolated between the two nearest
 * (type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50, 1996; the default of NumPy and R).
 */
public record Percentiles(Duration p50, Duration p90, Duration p99) {

    /** Of latencies in any order; none of none. */
    public static Optional<Percentiles> of(Collection<Duration> latencies) {
        if (latencies.isEmpty()) {
            return Optional.empty();
        }
        double[] nanos = latencies.stream().mapToDouble(Duration::toNanos).toArray();
        double[] found =
                Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(nanos, 0.5, 0.9, 0.99);
        return Optional.of(
                new Percentiles(duration(found[0]), duration(found[1]), duration(found[2])));
    }

    private static Duration duration(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }
}
