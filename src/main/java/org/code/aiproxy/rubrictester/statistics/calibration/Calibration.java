package org.code.aiproxy.rubrictester.statistics.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.rubrictester.statistics.ClusteredMean;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.StudentBootstrap;

/**
 * Whether the AI is right as often as it says, and surer where it is right.
 *
 * @param forecasts how many labels this rests on
 * @param brier the mean Brier score, 0 (best) to 2, with its interval by students
 * @param error the expected calibration error: by how much confidence and accuracy differ, on
 *     average over labels in bins of a tenth (M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI
 *     2015); empty of no labels
 * @param auroc how probable it is that the AI was surer of a right label than of a wrong one, ties
 *     counted half: the area under the ROC curve. Empty where all are right or all are wrong. Its
 *     interval, and that of the error, is by bootstrap over students
 * @param bins the reliability diagram, lowest confidence first, without bins that hold no label
 * @param curve accuracy against coverage, surest labels first
 */
public record Calibration(
        int forecasts,
        Estimate brier,
        Estimate error,
        Estimate auroc,
        List<Bin> bins,
        List<Point> curve) {

    private static final int BINS = 10;

    /** Of the bootstrap: any number, but always the same. */
    private static final long SEED = 20_263;

    public Calibration {
        bins = List.copyOf(bins);
        curve = List.copyOf(curve);
    }

    /**
     * Labels of which the AI was about as sure.
     *
     * @param n how many
     * @param confidence their mean confidence
     * @param accuracy the share of them that is right
     */
    public record Bin(int n, double confidence, double accuracy) {}

    /**
     * What one gets by giving only labels from some confidence on.
     *
     * @param confidence the least
     * @param coverage the share of labels that reach it
     * @param accuracy the share of these that is right
     */
    public record Point(double confidence, double coverage, double accuracy) {}

    public static Calibration of(List<Forecast> forecasts) {
        List<List<Forecast>> resamples = resamples(forecasts);
        return new Calibration(
                forecasts.size(),
                ClusteredMean.of(forecasts, it -> it.rating().student(), Forecast::brier)
                        .estimate(),
                estimate(forecasts, resamples, Calibration::error),
                estimate(forecasts, resamples, Calibration::auroc),
                bins(forecasts),
                curve(forecasts));
    }

    private static List<List<Forecast>> resamples(List<Forecast> forecasts) {
        List<List<Forecast>> students =
                List.copyOf(
                        forecasts.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                it -> it.rating().student(),
                                                TreeMap::new,
                                                Collectors.toList()))
                                .values());
        return StudentBootstrap.resamples(
                students, drawn -> drawn.stream().flatMap(List::stream).toList(), SEED);
    }

    private static Estimate estimate(
            List<Forecast> forecasts,
            List<List<Forecast>> resamples,
            Function<List<Forecast>, OptionalDouble> figure) {
        OptionalDouble value = figure.apply(forecasts);
        return new Estimate(
                value, StudentBootstrap.interval(resamples, figure).filter(_ -> value.isPresent()));
    }

    /** Bins are open below and closed above, but for the first, as scikit-learn's are not. */
    private static List<Bin> bins(List<Forecast> forecasts) {
        return IntStream.range(0, BINS)
                .mapToObj(bin -> forecasts.stream().filter(it -> bin(it) == bin).toList())
                .filter(members -> !members.isEmpty())
                .map(members ->
                        new Bin(
                                members.size(),
                                members.stream()
                                        .mapToDouble(Forecast::confidence)
                                        .average()
                                        .orElseThrow(),
                                accuracy(members)))
                .toList();
    }

    private static int bin(Forecast forecast) {
        return Math.clamp((long) Math.ceil(forecast.confidence() * BINS) - 1, 0, BINS - 1);
    }

    private static OptionalDouble error(List<Forecast> forecasts) {
        int n = forecasts.size();
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        bins(forecasts).stream()
                                .mapToDouble(bin ->
                                        bin.n() * Math.abs(bin.accuracy() - bin.confidence()) / n)
                                .sum());
    }

    /** By ranks (the Mann–Whitney statistic), tied ones at their mean. */
    private static OptionalDouble auroc(List<Forecast> forecasts) {
        List<Forecast> sorted =
                forecasts.stream()
                        .sorted(Comparator.comparingDouble(Forecast::confidence))
                        .toList();
        long right = sorted.stream().filter(Forecast::isRight).count();
        long wrong = sorted.size() - right;
        if (right == 0 || wrong == 0) {
            return OptionalDouble.empty();
        }
        double ranks = 0;
        int from = 0;
        while (from < sorted.size()) {
            int to = from;
            int rightHere = 0;
            while (to < sorted.size()
                    && sorted.get(to).confidence() == sorted.get(from).confidence()) {
                rightHere += sorted.get(to).isRight() ? 1 : 0;
                to++;
            }
            ranks += rightHere * (from + 1 + to) / 2.0;
            from = to;
        }
        return OptionalDouble.of((ranks - right * (right + 1) / 2.0) / right / wrong);
    }

    private static List<Point> curve(List<Forecast> forecasts) {
        List<Forecast> surest =
                forecasts.stream()
                        .sorted(Comparator.comparingDouble(Forecast::confidence).reversed())
                        .toList();
        List<Point> curve = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).isRight() ? 1 : 0;
            double confidence = surest.get(i).confidence();
            boolean isLast = i + 1 == surest.size() || surest.get(i + 1).confidence() < confidence;
            if (isLast) {
                curve.add(
                        new Point(confidence, (i + 1.0) / surest.size(), (double) right / (i + 1)));
            }
        }
        return curve;
    }

    private static double accuracy(List<Forecast> forecasts) {
        return forecasts.stream().mapToInt(it -> it.isRight() ? 1 : 0).average().orElseThrow();
    }
}
