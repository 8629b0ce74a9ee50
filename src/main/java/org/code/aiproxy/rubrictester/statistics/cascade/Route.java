package org.code.aiproxy.rubrictester.statistics.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which models are asked, in order, and how sure each has to be. The last one's labels are kept
 * whatever its confidence.
 *
 * @param steps one or more
 */
public record Route(List<Step> steps) {

    /** What numbers lose in binary, and more. */
    private static final double ROUNDING = 1e-9;

    /** Finer ones would fit the programs at hand, not those to come. */
    private static final List<Double> THRESHOLDS =
            Stream.concat(
                            IntStream.rangeClosed(6, 19).mapToObj(twentieths -> twentieths / 20.0),
                            Stream.of(0.97, 0.99, 1.0))
                    .toList();

    /**
     * A model that is asked.
     *
     * @param model which, counted from 0
     * @param threshold labels with at least this confidence are kept; 0 for the last model
     */
    public record Step(int model, double threshold) {}

    public Route {
        steps = List.copyOf(steps);
    }

    /** One model alone. */
    static Route alone(int model) {
        return new Route(List.of(new Step(model, 0)));
    }

    /** All routes through so many models in their order; any may be left out. */
    static List<Route> all(int models) {
        List<Route> routes = new ArrayList<>();
        extend(List.of(), 0, models, routes);
        return routes;
    }

    private static void extend(List<Step> begun, int from, int models, List<Route> routes) {
        for (int model = from; model < models; model++) {
            routes.add(new Route(plus(begun, new Step(model, 0))));
            for (double threshold : THRESHOLDS) {
                extend(plus(begun, new Step(model, threshold)), model + 1, models, routes);
            }
        }
    }

    private static List<Step> plus(List<Step> begun, Step next) {
        return Stream.concat(begun.stream(), Stream.of(next)).toList();
    }

    /** What becomes of a program: each key concept goes on until a model is sure enough. */
    Outcome of(Work work) {
        List<List<StepAnswer>> open = work.concepts();
        int right = 0;
        double usd = 0;
        for (Step step : steps) {
            usd += work.costs().get(step.model()).of(open.size());
            List<List<StepAnswer>> unsure = new ArrayList<>();
            for (List<StepAnswer> concept : open) {
                StepAnswer answer = concept.get(step.model());
                if (answer.confidence() < step.threshold() - ROUNDING) {
                    unsure.add(concept);
                } else {
                    right += answer.isRight() ? 1 : 0;
                }
            }
            open = unsure;
        }
        return new Outcome(work.concepts().size(), right, usd);
    }
}
