package org.code.aiproxy.rubrictester.statistics.cascade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.code.aiproxy.rubrictester.statistics.Estimate;

/**
 * The cheapest route that is not less accurate than the best single model by more than an
 * allowance, on programs that had no say in the choice: route and best model are chosen on nine
 * tenths of the students, and compared on the last tenth, in turn. What qualifies has a standard
 * error of the difference to spare, as those that look best are partly lucky (L. Breiman et al.,
 * "Classification and Regression Trees", 1984, section 3.4.3). Where the held-out difference is
 * over the allowance anyway, routes are chosen more strictly; the best model alone always
 * qualifies.
 *
 * @param programs how many there were
 * @param best the best single model
 * @param chosen the route
 * @param heldOut by how much the procedure's routes are more accurate than its best models on
 *     programs that had no say, with the interval by students
 * @param frontier the routes that no other beats in cost and accuracy, cheapest first
 * @param alone every single model, in order
 */
public record CascadeChoice(
        int programs,
        Point best,
        Point chosen,
        Estimate heldOut,
        List<Point> frontier,
        List<Point> alone) {

    private static final int FOLDS = 10;

    /** How many standard errors a route has to have to spare, in each try. */
    private static final List<Double> STRICTNESS = List.of(1.0, 2.0);

    private static final Comparator<Point> CHEAPEST =
            Comparator.comparingDouble(Point::usd)
                    .thenComparing(Comparator.comparingDouble(Point::accuracy).reversed())
                    .thenComparingInt(it -> it.route().steps().size());

    /**
     * A route with what it gives on all programs.
     *
     * @param usd what a program costs, on average
     * @param accuracy the share of labels that are people's
     */
    public record Point(Route route, double usd, double accuracy) {}

    public CascadeChoice {
        frontier = List.copyOf(frontier);
        alone = List.copyOf(alone);
    }

    /**
     * Chooses.
     *
     * @param works at least two programs, with answers of at least one model
     * @param allowance how much less accurate than the best model a route may be, as a share
     * @param seed of the folds
     */
    public static CascadeChoice of(List<Work> works, double allowance, long seed) {
        Trials trials = Trials.of(works);
        int[] folds = folds(works.size(), seed);
        for (double strictness : STRICTNESS) {
            Estimate heldOut = heldOut(trials, folds, allowance, strictness);
            if (heldOut.value().orElse(0) >= -allowance) {
                return of(trials, trials.cheapest(allowance, strictness), heldOut);
            }
        }
        return of(trials, trials.bestAlone(), new Estimate(OptionalDouble.of(0), Optional.empty()));
    }

    private static CascadeChoice of(Trials trials, int chosen, Estimate heldOut) {
        List<Point> points =
                IntStream.range(0, trials.routes().size())
                        .mapToObj(route -> point(trials, route))
                        .toList();
        return new CascadeChoice(
                trials.works().size(),
                points.get(trials.bestAlone()),
                points.get(chosen),
                heldOut,
                frontier(points),
                points.stream().filter(it -> it.route().steps().size() == 1).toList());
    }

    private static Point point(Trials trials, int route) {
        Outcome outcome = trials.total(route);
        return new Point(
                trials.routes().get(route),
                outcome.usd() / trials.works().size(),
                outcome.accuracy());
    }

    /** Of equals the one with the fewest models stands for all. */
    private static List<Point> frontier(List<Point> points) {
        List<Point> frontier = new ArrayList<>();
        for (Point point : points.stream().sorted(CHEAPEST).toList()) {
            if (frontier.isEmpty() || point.accuracy() > frontier.getLast().accuracy()) {
                frontier.add(point);
            }
        }
        return frontier;
    }

    private static int[] folds(int programs, long seed) {
        List<Integer> folds =
                new ArrayList<>(IntStream.range(0, programs).map(i -> i % FOLDS).boxed().toList());
        Collections.shuffle(folds, new Random(seed));
        return folds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Estimate heldOut(
            Trials trials, int[] folds, double allowance, double strictness) {
        List<PairedLabels> pairs = new ArrayList<>();
        for (int fold = 0; fold < Math.min(FOLDS, folds.length); fold++) {
            int held = fold;
            Trials others = trials.only(program -> folds[program] != held);
            int route = others.cheapest(allowance, strictness);
            int best = others.bestAlone();
            pairs.addAll(trials.only(program -> folds[program] == held).pairs(route, best));
        }
        return PairedLabels.mean(pairs).estimate();
    }
}
