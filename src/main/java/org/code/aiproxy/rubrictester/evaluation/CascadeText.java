package org.code.aiproxy.rubrictester.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice.Point;
import org.code.aiproxy.rubrictester.statistics.cascade.Route;

/** A study of a cascade as a person reads it. */
public final class CascadeText {

    private static final int PROGRAMS = 100;
    private static final int BAR = 40;

    private final CascadeStudy study;
    private final CascadeChoice choice;

    public CascadeText(CascadeStudy study) {
        this.study = study;
        this.choice = study.choice();
    }

    /** All of it, each a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %d programs that all %d experiments labelled%s."
                        .formatted(
                                study.lesson(),
                                choice.programs(),
                                study.steps().size(),
                                study.leftOut() == 0
                                        ? ""
                                        : "; %d are left out".formatted(study.leftOut())));
        lines.add("  One model alone:");
        choice.alone().forEach(point -> lines.add("    " + row(point)));
        lines.add("  What no other route beats in cost and accuracy:");
        choice.frontier().forEach(point -> lines.add("    " + row(point)));
        lines.add("  Chosen: " + path(choice.chosen().route()));
        lines.add("    " + row(choice.chosen()));
        lines.add("    " + saving() + " " + heldOut());
        if (choice.chosen().route().steps().size() > 1) {
            lines.add("    " + parameters(choice.chosen().route()));
        }
        return lines;
    }

    private String parameters(Route route) {
        return "In params.json: \"model\": \"cascade\", \"cascade\": \"%s\", \"cascade-thresholds\": \"%s\""
                .formatted(
                        route.steps().stream()
                                .map(step -> study.steps().get(step.model()).model())
                                .collect(Collectors.joining(",")),
                        route.steps().stream()
                                .limit(route.steps().size() - 1L)
                                .map(step -> String.format(Locale.ROOT, "%.2f", step.threshold()))
                                .collect(Collectors.joining(",")));
    }

    /** A route in words: each model, and how sure it has to be. */
    public String path(Route route) {
        return route.steps().stream()
                .map(step ->
                        study.steps().get(step.model()).experiment()
                                + (step.threshold() > 0
                                        ? String.format(Locale.ROOT, " (≥ %.2f)", step.threshold())
                                        : ""))
                .collect(Collectors.joining(" → "));
    }

    /** What 100 programs cost. */
    public static String usd(Point point) {
        return String.format(Locale.ROOT, "%.4f USD", PROGRAMS * point.usd());
    }

    /** The share of labels that are people's. */
    public static String accuracy(Point point) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * point.accuracy());
    }

    private String row(Point point) {
        return "%12s per 100 programs  %7s  %-40s  %s"
                .formatted(
                        usd(point),
                        accuracy(point),
                        "█".repeat((int) Math.round(BAR * point.accuracy())),
                        path(point.route()));
    }

    /** What the choice is worth. */
    public String saving() {
        double share =
                choice.best().usd() == 0 ? 0 : 1 - choice.chosen().usd() / choice.best().usd();
        return choice.chosen().route().equals(choice.best().route())
                ? "No cascade is cheaper than %s alone and as accurate."
                        .formatted(path(choice.best().route()))
                : String.format(
                        Locale.ROOT,
                        "%.0f %% cheaper than %s alone.",
                        100 * share,
                        path(choice.best().route()));
    }

    /** How it did on programs that had no say. */
    public String heldOut() {
        Optional<Interval> interval = choice.heldOut().interval();
        if (interval.isEmpty()) {
            return "On held-out programs it gives the same labels, or as many right ones.";
        }
        boolean isSure = interval.get().low() >= -CascadeStudy.ALLOWANCE;
        return String.format(
                Locale.ROOT,
                "On held-out programs its accuracy differs from the best model's by %+.1f points (%+.1f to %+.1f)%s",
                100 * choice.heldOut().value().orElse(0),
                100 * interval.get().low(),
                100 * interval.get().high(),
                isSure
                        ? ": not worse by more than 2 points."
                        : "; more programs are needed to be sure that it isn't worse by more than 2 points.");
    }
}
