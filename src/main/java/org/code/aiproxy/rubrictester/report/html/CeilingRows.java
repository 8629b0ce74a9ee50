package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Cell;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Group;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Row;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceiling;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceilings;

/** The rows that compare people with each other, and the AI with them. */
final class CeilingRows {

    private final List<Ceiling> ceilings;

    CeilingRows(Ceilings ceilings) {
        this.ceilings =
                Stream.concat(
                                Stream.of(ceilings.overall()),
                                ceilings.byKeyConcept().values().stream())
                        .toList();
    }

    Group group() {
        return new Group(
                "The human ceiling: how well people agree with each other",
                List.of(
                        row(
                                "People with each other, weighted kappa",
                                "Of all pairs of people who labelled the same program; intervals by bootstrap over students.",
                                it -> decimals(it.people().quadraticWeightedKappa())),
                        row(
                                "The AI with each person, weighted kappa",
                                "Within the ceiling if it is surely not lower than people's by more than 0.10 (Williamson, Xi and Breyer 2012).",
                                it -> decimals(it.ai().quadraticWeightedKappa())),
                        row("The AI is", "", CeilingRows::standing),
                        row(
                                "People with each other, same label",
                                "",
                                it -> percents(it.people().equal())),
                        row(
                                "The AI with each person, same label",
                                "",
                                it -> percents(it.ai().equal())),
                        row(
                                "Krippendorff's alpha of people",
                                "For ordered labels: 1 is perfect, 0 what chance reaches.",
                                it -> decimals(it.alpha())),
                        row(
                                "The same with the AI as one more grader",
                                "",
                                it -> decimals(it.alphaWithAi()))));
    }

    private Row row(String name, String meaning, Function<Ceiling, Cell> cell) {
        return new Row(name, meaning, ceilings.stream().map(cell).toList());
    }

    private static Cell standing(Ceiling ceiling) {
        String difference =
                "difference %s".formatted(Numbers.signed(ceiling.difference().value()))
                        + ceiling.difference()
                                .interval()
                                .map(it ->
                                        ", %s to %s"
                                                .formatted(
                                                        Numbers.decimal(it.low()),
                                                        Numbers.decimal(it.high())))
                                .orElse("");
        return switch (ceiling.standing()) {
            case WITHIN -> new Cell("within", difference, false);
            case BELOW -> new Cell("below", difference, true);
            case UNCLEAR -> new Cell("unclear", difference, false);
        };
    }

    private static Cell decimals(Estimate estimate) {
        return new Cell(
                Numbers.decimal(estimate.value()), Numbers.decimals(estimate.interval()), false);
    }

    private static Cell percents(Estimate estimate) {
        return new Cell(
                Numbers.percent(estimate.value()), Numbers.percents(estimate.interval()), false);
    }
}
