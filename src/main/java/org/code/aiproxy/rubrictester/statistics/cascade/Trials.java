package org.code.aiproxy.rubrictester.statistics.cascade;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;

/**
 * What every route gives for every program.
 *
 * @param routes all that were tried
 * @param works the programs
 * @param outcomes for each route the outcome of each program
 */
record Trials(List<Route> routes, List<Work> works, List<List<Outcome>> outcomes) {

    /** Less than a label of many thousands, and more than what numbers lose in binary. */
    private static final double ROUNDING = 1e-9;

    static Trials of(List<Work> works) {
        List<Route> routes = Route.all(works.isEmpty() ? 0 : works.getFirst().costs().size());
        return new Trials(
                routes,
                works,
                routes.stream().map(route -> works.stream().map(route::of).toList()).toList());
    }

    /** All that was tried, of some of the programs only. */
    Trials only(IntPredicate programs) {
        int[] chosen = IntStream.range(0, works.size()).filter(programs).toArray();
        return new Trials(
                routes,
                Arrays.stream(chosen).mapToObj(works::get).toList(),
                outcomes.stream()
                        .map(own -> Arrays.stream(chosen).mapToObj(own::get).toList())
                        .toList());
    }

    /** A route's outcome over all programs. */
    Outcome total(int route) {
        return outcomes.get(route).stream().reduce(Outcome.NONE, Outcome::plus);
    }

    /** The single model that is right most often; of equals the cheapest. */
    int bestAlone() {
        return IntStream.range(0, routes.size())
                .filter(route -> routes.get(route).steps().size() == 1)
                .boxed()
                .min(
                        Comparator.comparingInt((Integer it) -> -total(it).right())
                                .thenComparingDouble(it -> total(it).usd()))
                .orElseThrow();
    }

    /**
     * The cheapest route whose accuracy is not less than the best single model's by more than an
     * allowance, with some standard errors of the difference to spare; of equals the most accurate.
     */
    int cheapest(double allowance, double standardErrors) {
        int best = bestAlone();
        List<Outcome> totals = IntStream.range(0, routes.size()).mapToObj(this::total).toList();
        return IntStream.range(0, routes.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer it) -> totals.get(it).usd())
                                .thenComparingInt(it -> -totals.get(it).right())
                                .thenComparingInt(it -> routes.get(it).steps().size()))
                .filter(route ->
                        route == best || leastDifference(route, best, standardErrors) >= -allowance)
                .findFirst()
                .orElseThrow();
    }

    private double leastDifference(int route, int other, double standardErrors) {
        ClusteredMean difference = PairedLabels.mean(pairs(route, other));
        return difference.mean().orElse(0)
                - standardErrors * difference.standardError().orElse(0)
                + ROUNDING;
    }

    /** All labels, with what is between two routes. */
    List<PairedLabels> pairs(int route, int other) {
        return IntStream.range(0, works.size())
                .mapToObj(program ->
                        PairedLabels.of(
                                works.get(program).student(),
                                outcomes.get(route).get(program),
                                outcomes.get(other).get(program)))
                .flatMap(List::stream)
                .toList();
    }
}
