package org.code.aiproxy.rubrictester.statistics.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Rating;

/** Forecasts for tests: made up, and those of the worked example. */
public final class Forecasts {

    private static final Path EXAMPLE =
            Path.of("src/test/resources/oracle/statistics/forecasts.csv");

    private Forecasts() {}

    /** Of the key concept A, for one of two labels. */
    public static Forecast forecast(String student, double confidence, boolean isRight) {
        return new Forecast(
                new Rating(student, "A", isRight ? Label.NO : Label.LIMITED, Label.NO),
                Map.of(Label.NO, confidence, Label.LIMITED, 1 - confidence));
    }

    /** The example whose values other libraries gave. */
    public static List<Forecast> example() throws IOException {
        return Files.readAllLines(EXAMPLE).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(Forecasts::read)
                .toList();
    }

    private static Forecast read(String[] row) {
        double[] weights =
                Arrays.stream(row[1].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        double sum = Arrays.stream(weights).sum();
        Map<Label, Double> probabilities = new EnumMap<>(Label.class);
        Iterator<Double> next = Arrays.stream(weights).iterator();
        for (Label label : Label.values()) {
            probabilities.put(label, next.next() / sum);
        }
        return new Forecast(
                new Rating(row[0], "A", Label.valueOf(row[3]), Label.valueOf(row[2])),
                probabilities);
    }
}
