package org.code.aiproxy.model.catalogue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long a model is served.
 *
 * @param shutdown the first day on which it isn't served any more, if known
 * @param successor the model that the provider names in its place
 */
public record Lifetime(Optional<LocalDate> shutdown, Optional<String> successor) {

    /** Of a model whose provider announced no end. */
    public static final Lifetime OPEN = new Lifetime(Optional.empty(), Optional.empty());

    /** From how many days before the end people are warned. */
    private static final int NEAR = 60;

    /** Whether it isn't served any more on this day. */
    public boolean isOver(LocalDate today) {
        return shutdown.filter(day -> !today.isBefore(day)).isPresent();
    }

    /** Whole days that are left, none once it is over; empty where no end is known. */
    public Optional<Long> daysLeft(LocalDate today) {
        return shutdown.map(day -> Math.max(0, ChronoUnit.DAYS.between(today, day)));
    }

    /**
     * What to tell whoever uses the model: nothing until 60 days before its end.
     *
     * @param model its name as people write it
     */
    public Optional<String> warning(String model, LocalDate today) {
        return shutdown.filter(day -> !today.isBefore(day.minusDays(NEAR)))
                .map(day ->
                        "%s %s on %s%s."
                                .formatted(
                                        model,
                                        isOver(today) ? "ended" : "ends",
                                        day,
                                        successor
                                                .map("; its successor is %s"::formatted)
                                                .orElse("")));
    }
}
