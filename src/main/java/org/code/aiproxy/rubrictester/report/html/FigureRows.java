package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Cell;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Column;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Group;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Row;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Flag;
import org.code.aiproxy.rubrictester.statistics.MarginTest;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;

/** Makes the rows of the table of all figures, and says what each figure means. */
final class FigureRows {

    private final Scale scale;
    private final List<Column> columns = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final int graded;
    private final int students;

    FigureRows(Figures figures, int graded, int students) {
        this.scale = figures.scale();
        this.graded = graded;
        this.students = students;
        add("Overall", figures.overall());
        figures.byKeyConcept().forEach(this::add);
    }

    private void add(String name, Agreement agreement) {
        columns.add(new Column(name, Numbers.students(agreement.students(), students)));
        agreements.add(agreement);
    }

    FigureTable table() {
        return new FigureTable(
                columns,
                List.of(
                        new Group("Right labels", accuracy()),
                        new Group("Agreement beyond chance", agreement()),
                        new Group("Too generous or too strict", distances()),
                        new Group("Precision: of the AI's labels, the share right", precision()),
                        new Group("What the figures rest on", basis())));
    }

    private List<Row> accuracy() {
        return List.of(
                row(
                        "Accuracy",
                        "The share of labels that people gave too, with its 95 % interval: Wilson's for a key concept, clustered by student overall.",
                        it ->
                                new Cell(
                                        Numbers.percent(it.accuracy().value()),
                                        Numbers.percents(it.accuracy().interval()),
                                        false)),
                row(
                        "Within one level",
                        "The share that is right or next to it.",
                        it -> share(it.confusion().withinOneLevel())),
                row(
                        "Majority baseline",
                        "What always giving people's most common level would reach.",
                        it -> share(it.majorityBaseline())),
                row(
                        "Macro F1",
                        "The mean over levels of the harmonic mean of precision and recall.",
                        it -> Cell.of(Numbers.decimal(it.confusion().macroF1()))));
    }

    private List<Row> agreement() {
        return List.of(
                row(
                        "Cohen's kappa",
                        "1 is perfect, 0 what chance reaches.",
                        it -> Cell.of(Numbers.decimal(it.confusion().kappa()))),
                row(
                        "Quadratic weighted kappa",
                        "The same with far misses weighing more; flagged under 0.70.",
                        it ->
                                new Cell(
                                        Numbers.decimal(it.quadraticWeightedKappa().value()),
                                        Numbers.decimals(it.quadraticWeightedKappa().interval()),
                                        it.flags().contains(Flag.LOW_AGREEMENT))));
    }

    private List<Row> distances() {
        return List.of(
                row(
                        "Bias",
                        "The mean of the AI's levels minus people's.",
                        it ->
                                new Cell(
                                        Numbers.signed(it.distances().bias()),
                                        direction(it.distances().bias()),
                                        false)),
                row(
                        "Standardised mean difference",
                        "The bias in people's standard deviations; flagged over 0.15 either way.",
                        it ->
                                new Cell(
                                        Numbers.signed(it.distances().standardisedMeanDifference()),
                                        "",
                                        it.flags().contains(Flag.UNEQUAL_MEANS))),
                row(
                        "Mean absolute distance",
                        "How many levels the AI is off, on average.",
                        it -> Cell.of(Numbers.decimal(it.distances().meanAbsoluteDistance()))),
                row(
                        "Stuart–Maxwell test",
                        "Whether people and the AI give each level equally often; a small p says that they don't.",
                        it -> margins(it.marginTest())));
    }

    private List<Row> precision() {
        List<Row> rows = new ArrayList<>();
        for (int level = 0; level < scale.size(); level++) {
            int given = level;
            rows.add(
                    row(
                            scale.levels().get(level),
                            "",
                            it -> counted(it.confusion().precision(given))));
        }
        return rows;
    }

    private List<Row> basis() {
        return List.of(
                row(
                        "Students compared",
                        "With labels of people and of the AI, of all students in the run.",
                        it ->
                                new Cell(
                                        "%d of %d".formatted(it.students(), students),
                                        "%d graded".formatted(graded),
                                        it.students() < students)),
                row("Labels compared", "", it -> Cell.of(Numbers.count(it.confusion().n()))),
                row("Flags", "", it -> flags(it.flags())));
    }

    private Row row(String name, String meaning, Function<Agreement, Cell> cell) {
        return new Row(name, meaning, agreements.stream().map(cell).toList());
    }

    private static Cell share(Proportion proportion) {
        return Cell.of(Numbers.percent(proportion.share()));
    }

    private static Cell counted(Proportion proportion) {
        return proportion.n() == 0
                ? new Cell(Numbers.UNDEFINED, "never given", false)
                : new Cell(
                        Numbers.percent(proportion.share()),
                        "%d of %d; %s"
                                .formatted(
                                        proportion.successes(),
                                        proportion.n(),
                                        Numbers.percents(proportion.interval())),
                        false);
    }

    private static Cell margins(Optional<MarginTest> test) {
        return test.map(it ->
                        new Cell(
                                Numbers.probability(it.p()),
                                "χ² %s, df %d"
                                        .formatted(
                                                Numbers.decimal(it.statistic()),
                                                it.degreesOfFreedom()),
                                false))
                .orElse(Cell.of(Numbers.UNDEFINED));
    }

    private static String direction(OptionalDouble bias) {
        if (bias.isEmpty() || bias.getAsDouble() == 0) {
            return "";
        }
        return bias.getAsDouble() > 0 ? "too generous" : "too strict";
    }

    private static Cell flags(Set<Flag> flags) {
        return flags.isEmpty()
                ? Cell.of("none")
                : new Cell(
                        flags.stream()
                                .map(flag ->
                                        switch (flag) {
                                            case LOW_AGREEMENT -> "low agreement";
                                            case UNEQUAL_MEANS -> "unequal means";
                                        })
                                .collect(Collectors.joining(", ")),
                        "",
                        true);
    }
}
