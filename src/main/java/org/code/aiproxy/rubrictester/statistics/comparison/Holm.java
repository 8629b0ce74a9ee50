package org.code.aiproxy.rubrictester.statistics.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of several tests' p-values, so that at most one family in 20 has a false alarm
 * (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6, 1979).
 */
public final class Holm {

    private Holm() {}

    /** The corrected p-values, in the order of the given ones. */
    public static List<Double> adjusted(List<Double> ps) {
        List<Integer> smallestFirst =
                IntStream.range(0, ps.size())
                        .boxed()
                        .sorted(Comparator.comparing(ps::get))
                        .toList();
        Double[] adjusted = new Double[ps.size()];
        double greatest = 0;
        for (int rank = 0; rank < ps.size(); rank++) {
            int index = smallestFirst.get(rank);
            greatest = Math.max(greatest, Math.min(1, (ps.size() - rank) * ps.get(index)));
            adjusted[index] = greatest;
        }
        return List.of(adjusted);
    }
}
