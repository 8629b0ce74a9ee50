package org.code.aiproxy.grading.voting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.rubric.Label;

/**
 * Makes a confidence mean what it says: of labels with a confidence of 0.8, eight of ten are right.
 * It changes no label.
 */
public sealed interface Recalibration {

    /** A confidence as it is. */
    Recalibration NONE = new AsItIs();

    /**
     * How probable a label is.
     *
     * @param probabilities of all labels, by the model's account
     */
    double confidence(Map<Label, Double> probabilities, Label label);

    /** As the field {@code calibration} has it. */
    String text();

    /**
     * Reads what {@link #text} wrote.
     *
     * @return empty for what is neither form
     */
    static Optional<Recalibration> parse(String text) {
        return Temperature.parse(text).or(() -> Isotonic.parse(text));
    }

    /** Nothing is changed. */
    record AsItIs() implements Recalibration {

        @Override
        public double confidence(Map<Label, Double> probabilities, Label label) {
            return probabilities.getOrDefault(label, 0.0);
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Probabilities to the power of 1 / T, so that they sum to 1 again (C. Guo et al., "On
     * Calibration of Modern Neural Networks", ICML 2017).
     *
     * @param temperature over 1 where the model is too sure, under 1 where it is not sure enough
     */
    record Temperature(double temperature) implements Recalibration {

        private static final Pattern TEXT =
                Pattern.compile("temperature=(\\d{1,3}(?:\\.\\d{1,9})?)");

        public Temperature {
            if (!(temperature > 0 && temperature < 1000)) {
                throw new IllegalArgumentException("Not a temperature: " + temperature);
            }
        }

        private static Optional<Recalibration> parse(String text) {
            Matcher matcher = TEXT.matcher(text.strip());
            return matcher.matches() && Double.parseDouble(matcher.group(1)) > 0
                    ? Optional.of(new Temperature(Double.parseDouble(matcher.group(1))))
                    : Optional.empty();
        }

        @Override
        public double confidence(Map<Label, Double> probabilities, Label label) {
            double sum =
                    probabilities.values().stream()
                            .mapToDouble(it -> Math.pow(it, 1 / temperature))
                            .sum();
            double own = Math.pow(probabilities.getOrDefault(label, 0.0), 1 / temperature);
            return sum == 0 ? 0 : own / sum;
        }

        @Override
        public String text() {
            return "temperature=" + number(temperature);
        }
    }

    /**
     * A curve that never falls, linear between its points and level beyond them.
     *
     * @param points one or more, by confidence
     */
    record Isotonic(List<Point> points) implements Recalibration {

        /** The longest curve that can be read. */
        public static final int MOST_POINTS = 200;

        private static final String NAME = "isotonic=";
        private static final Pattern POINT =
                Pattern.compile("([01](?:\\.\\d{1,9})?):([01](?:\\.\\d{1,9})?)");

        /** What a confidence becomes. */
        public record Point(double confidence, double calibrated) {}

        public Isotonic {
            points = List.copyOf(points);
            if (!isRising(points)) {
                throw new IllegalArgumentException("Not a rising curve: " + points);
            }
        }

        private static boolean isRising(List<Point> points) {
            for (int i = 1; i < points.size(); i++) {
                Point last = points.get(i - 1);
                Point next = points.get(i);
                if (next.confidence() <= last.confidence()
                        || next.calibrated() < last.calibrated()) {
                    return false;
                }
            }
            return !points.isEmpty()
                    && points.getLast().confidence() <= 1
                    && points.getLast().calibrated() <= 1;
        }

        private static Optional<Recalibration> parse(String text) {
            if (!text.strip().startsWith(NAME)) {
                return Optional.empty();
            }
            List<Point> points = new ArrayList<>();
            for (String point : text.strip().substring(NAME.length()).split(",", -1)) {
                Matcher matcher = POINT.matcher(point.strip());
                if (!matcher.matches() || points.size() == MOST_POINTS) {
                    return Optional.empty();
                }
                points.add(
                        new Point(
                                Double.parseDouble(matcher.group(1)),
                                Double.parseDouble(matcher.group(2))));
            }
            return isRising(points) ? Optional.of(new Isotonic(points)) : Optional.empty();
        }

        @Override
        public double confidence(Map<Label, Double> probabilities, Label label) {
            double raw = probabilities.getOrDefault(label, 0.0);
            Point before = points.getFirst();
            if (raw <= before.confidence()) {
                return before.calibrated();
            }
            for (Point point : points) {
                if (raw <= point.confidence()) {
                    double share =
                            (raw - before.confidence())
                                    / (point.confidence() - before.confidence());
                    return before.calibrated() + share * (point.calibrated() - before.calibrated());
                }
                before = point;
            }
            return before.calibrated();
        }

        @Override
        public String text() {
            return points.stream()
                    .map(it -> number(it.confidence()) + ":" + number(it.calibrated()))
                    .collect(Collectors.joining(",", NAME, ""));
        }
    }

    /** To six digits: finer ones would be no other calibration. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
