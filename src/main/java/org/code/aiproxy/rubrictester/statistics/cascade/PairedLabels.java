package org.code.aiproxy.rubrictester.statistics.cascade;

import java.util.Collections;
import java.util.List;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;

/**
 * A label of a program, with its share of what is between two routes there: only sums over a
 * student matter to the mean and its error.
 *
 * @param student names the student
 * @param difference how much more right the first route is
 */
record PairedLabels(String student, double difference) {

    /** All labels of a program. */
    static List<PairedLabels> of(String student, Outcome one, Outcome other) {
        return Collections.nCopies(
                one.labels(),
                new PairedLabels(
                        student,
                        (double) (one.right() - other.right()) / Math.max(1, one.labels())));
    }

    static ClusteredMean mean(List<PairedLabels> pairs) {
        return ClusteredMean.of(pairs, PairedLabels::student, PairedLabels::difference);
    }
}
