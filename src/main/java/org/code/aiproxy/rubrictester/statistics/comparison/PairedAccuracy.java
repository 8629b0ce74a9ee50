package org.code.aiproxy.rubrictester.statistics.comparison;

import java.util.List;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;

/**
 * How much two AIs got right of the same ratings, such as all of one student.
 *
 * @param before what the first got right
 * @param after what the second got right
 */
public record PairedAccuracy(Proportion before, Proportion after) {

    static PairedAccuracy of(List<PairedRating> pairs, Scale scale) {
        int before = pairs.stream().mapToInt(pair -> pair.rightBefore(scale)).sum();
        int after = pairs.stream().mapToInt(pair -> pair.rightAfter(scale)).sum();
        return new PairedAccuracy(
                new Proportion(before, pairs.size()), new Proportion(after, pairs.size()));
    }

    /** Whether the second got more right, or fewer. */
    public Change change() {
        return Change.between(before.successes(), after.successes());
    }
}
