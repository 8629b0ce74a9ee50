package org.code.aiproxy.rubrictester.evaluation;

import java.util.Locale;
import java.util.Optional;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceiling;

/** Says whether the AI agrees with people as well as they agree with each other. */
public final class CeilingSentence {

    private CeilingSentence() {}

    /** The sentences; none where no two people labelled the same programs. */
    public static Optional<String> of(Evaluation evaluation) {
        Ceiling ceiling = evaluation.ceilings(Scale.EXACT).overall();
        return ceiling.judgements() == 0
                ? Optional.empty()
                : Optional.of(agreement(ceiling) + " " + standing(ceiling));
    }

    private static String agreement(Ceiling ceiling) {
        return "People agree with each other at a weighted kappa of %s and Krippendorff's alpha of %s; the AI agrees with each of them at a weighted kappa of %s."
                .formatted(
                        shown(ceiling.people().quadraticWeightedKappa()),
                        shown(ceiling.alpha()),
                        shown(ceiling.ai().quadraticWeightedKappa()));
    }

    private static String standing(Ceiling ceiling) {
        return switch (ceiling.standing()) {
            case WITHIN ->
                    "The AI is within the human ceiling: it agrees with people about as well as they agree with each other.";
            case BELOW ->
                    "The AI is below the human ceiling: its kappa differs by %s."
                            .formatted(shown(ceiling.difference()));
            case UNCLEAR ->
                    "%d programs are too few to say whether the AI is within the human ceiling (difference %s)."
                            .formatted(ceiling.students(), shown(ceiling.difference()));
        };
    }

    private static String shown(Estimate estimate) {
        return estimate.value().isEmpty()
                ? "n/a"
                : decimal(estimate.value().getAsDouble())
                        + estimate.interval()
                                .map(it ->
                                        " (%s to %s)"
                                                .formatted(decimal(it.low()), decimal(it.high())))
                                .orElse("");
    }

    private static String decimal(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
