package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.statistics.Figures;

/**
 * All figures as a table: a row for each figure, a column for all together and for each key
 * concept.
 *
 * @param columns their names
 * @param groups rows that belong together
 */
record FigureTable(List<Column> columns, List<Group> groups) {

    /** All together, or a key concept; and how many students of how many it rests on. */
    record Column(String name, String basis) {}

    /** Rows with a heading. */
    record Group(String name, List<Row> rows) {}

    /**
     * One figure.
     *
     * @param name what it is called
     * @param meaning what it tells, for those who don't know
     * @param cells one for each column
     */
    record Row(String name, String meaning, List<Cell> cells) {}

    /**
     * One figure of one key concept.
     *
     * @param value the figure
     * @param detail its interval, or what it is made of
     * @param flagged whether it warns
     */
    record Cell(String value, String detail, boolean flagged) {

        static Cell of(String value) {
            return new Cell(value, "", false);
        }
    }

    /**
     * All figures.
     *
     * @param graded how many students have labels of the AI
     * @param students how many are in the run
     */
    static FigureTable of(Figures figures, int graded, int students) {
        return new FigureRows(figures, graded, students).table();
    }

    /** The same with more rows. */
    FigureTable with(Group more) {
        return new FigureTable(columns, Stream.concat(groups.stream(), Stream.of(more)).toList());
    }
}
