package org.code.aiproxy.rubrictester.statistics.calibration;

import java.util.Map;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Rating;

/**
 * A label with how probable the AI says that each is.
 *
 * @param rating the label that was given, and people's
 * @param probabilities of the labels; those that aren't there are impossible
 */
public record Forecast(Rating rating, Map<Label, Double> probabilities) {

    public Forecast {
        probabilities = Map.copyOf(probabilities);
        if (!probabilities.containsKey(rating.ai())) {
            throw new IllegalArgumentException("No probability of the label that was given");
        }
    }

    /** The probability of the label that was given. */
    public double confidence() {
        return probability(rating.ai());
    }

    /** Whether people gave the same label. */
    public boolean isRight() {
        return rating.people() == rating.ai();
    }

    /**
     * The squares of what each probability is off by, together: 0 for certainty that is right, 2
     * for certainty that is wrong (G. W. Brier, Monthly Weather Review 78, 1950).
     */
    double brier() {
        double sum = 0;
        for (Label label : Label.values()) {
            double off = probability(label) - (label == rating.people() ? 1 : 0);
            sum += off * off;
        }
        return sum;
    }

    private double probability(Label label) {
        return probabilities.getOrDefault(label, 0.0);
    }
}
