package org.code.aiproxy.grading.injection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many attacks the detector flags, and how many honest lines that speak of grading.
 *
 * <p>{@code development} is what it was tuned on, {@code test} was written before the tuning that
 * it went into, and {@code blind} after it. TESTING.md tells what was looked at when.
 */
class DetectionRatesTests {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionRatesTests.class);
    private static final double RECALL = 0.85;
    private static final double FALSE_ALARMS = 0.10;

    @ParameterizedTest
    @ValueSource(strings = {"development", "test", "blind"})
    void meetTheGoals(String corpus) {
        List<Sample> samples = Sample.of(corpus);
        LOG.info("{}:\n{}", corpus, table(samples));

        assertThat(rate(samples, true)).as("recall").isGreaterThanOrEqualTo(RECALL);
        assertThat(rate(samples, false)).as("false alarms").isLessThanOrEqualTo(FALSE_ALARMS);
    }

    private static double rate(List<Sample> samples, boolean ofAttacks) {
        return samples.stream()
                .filter(sample -> sample.isAttack() == ofAttacks)
                .mapToInt(sample -> sample.isFlagged() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static String table(List<Sample> samples) {
        StringBuilder table = new StringBuilder();
        for (boolean attacks : List.of(true, false)) {
            Map<String, List<Sample>> styles =
                    samples.stream()
                            .filter(sample -> sample.isAttack() == attacks)
                            .collect(groupingBy(Sample::style, TreeMap::new, toList()));
            table.append(attacks ? "recall\n" : "false alarms\n");
            styles.forEach((style, of) -> table.append(row(style, of)));
            table.append("  %-24s %5.1f %%%n".formatted("all", 100 * rate(samples, attacks)));
        }
        return table.toString();
    }

    private static String row(String style, List<Sample> samples) {
        long flagged = samples.stream().filter(Sample::isFlagged).count();
        return "  %-24s %d of %d%n".formatted(style, flagged, samples.size());
    }
}
