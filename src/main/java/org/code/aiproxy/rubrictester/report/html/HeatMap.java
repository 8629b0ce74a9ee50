package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.code.aiproxy.rubrictester.statistics.ConfusionMatrix;
import org.code.aiproxy.rubrictester.statistics.Figures;

/**
 * A confusion matrix as the template draws it.
 *
 * @param title the key concept's name, or that of all
 * @param levels the columns: the AI's levels
 * @param rows one for each of people's levels
 * @param totals how often the AI gave each level
 * @param n how often all together
 */
record HeatMap(String title, List<String> levels, List<HeatRow> rows, List<Integer> totals, int n) {

    /** Cells have one of so many shades, and none where they are 0. */
    private static final int SHADES = 8;

    /** One of people's levels. */
    record HeatRow(String level, List<HeatCell> cells, int total) {}

    /**
     * One cell.
     *
     * @param count how many ratings
     * @param ofRow their share of the row, as text
     * @param ofColumn their share of the column, as text
     * @param shade by the count
     * @param rowShade by the share of the row
     * @param columnShade by the share of the column
     * @param label what a screen reader says
     * @param link to the students; blank where there are none
     * @param right whether people and the AI agree
     */
    record HeatCell(
            int count,
            String ofRow,
            String ofColumn,
            int shade,
            int rowShade,
            int columnShade,
            String label,
            String link,
            boolean right) {}

    /** All ratings together, then each key concept. */
    static List<HeatMap> of(Figures figures) {
        List<HeatMap> maps = new ArrayList<>();
        maps.add(of("All key concepts", -1, figures.overall().confusion()));
        figures.byKeyConcept()
                .forEach((name, figure) -> maps.add(of(name, maps.size() - 1, figure.confusion())));
        return maps;
    }

    private static HeatMap of(String title, int concept, ConfusionMatrix matrix) {
        List<String> levels = matrix.scale().levels();
        return new HeatMap(
                title,
                levels,
                levels(matrix)
                        .mapToObj(people ->
                                new HeatRow(
                                        levels.get(people),
                                        levels(matrix)
                                                .mapToObj(ai -> cell(matrix, concept, people, ai))
                                                .toList(),
                                        matrix.peopleTotal(people)))
                        .toList(),
                levels(matrix).mapToObj(matrix::aiTotal).toList(),
                matrix.n());
    }

    private static HeatCell cell(ConfusionMatrix matrix, int concept, int people, int ai) {
        int count = matrix.count(people, ai);
        List<String> levels = matrix.scale().levels();
        int most =
                matrix.counts().stream().flatMap(List::stream).mapToInt(it -> it).max().orElse(0);
        return new HeatCell(
                count,
                percent(count, matrix.peopleTotal(people)),
                percent(count, matrix.aiTotal(ai)),
                shade(count, most),
                shade(count, matrix.peopleTotal(people)),
                shade(count, matrix.aiTotal(ai)),
                "%s: people %s, AI %s. Show the students."
                        .formatted(
                                Numbers.counted(count, "label", "labels"),
                                levels.get(people),
                                levels.get(ai)),
                count == 0 ? "" : Fragment.levels(concept, people, ai),
                people == ai);
    }

    private static String percent(int count, int of) {
        return of == 0 ? "–" : Numbers.wholePercent((double) count / of);
    }

    private static int shade(int count, int of) {
        return of == 0 ? 0 : Math.ceilDiv(SHADES * count, of);
    }

    private static IntStream levels(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.scale().size());
    }
}
