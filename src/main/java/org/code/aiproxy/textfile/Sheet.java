package org.code.aiproxy.textfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table as spreadsheets export it, without the rows and columns that are wholly empty.
 *
 * @param header the row of headings
 * @param prefaced whether rows, or a hint for Excel, stood above the header
 * @param separator what stood between its cells
 * @param rows the rows below the header
 * @param columns the columns that aren't empty, counted from 0
 */
public record Sheet(
        Row header, boolean prefaced, char separator, List<Row> rows, List<Integer> columns) {

    public Sheet {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * A row.
     *
     * @param number its number in the spreadsheet, from 1
     * @param cells its cells, stripped
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** A cell; empty where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads a table whose cells are separated by commas, semicolons or tabs, whichever gives a row
     * with a certain heading. Rows above it are titles.
     *
     * @param text a file's text
     * @param heading a heading that the table must have
     * @throws InvalidTextException when a quotation mark is never closed
     */
    public static Sheet read(String text, String heading) {
        Spelling spelling = Spelling.of(heading);
        return new SheetReader(rows -> indexOf(rows, spelling::fits)).read(text);
    }

    /**
     * The same for a table whose headings stand in the row above the first cell of a certain form.
     *
     * @throws InvalidTextException when a quotation mark is never closed
     */
    public static Sheet readBelow(String text, Pattern cell) {
        return new SheetReader(rows -> indexOf(rows, cell.asMatchPredicate()) - 1).read(text);
    }

    private static int indexOf(List<Row> rows, Predicate<String> cell) {
        return IntStream.range(0, rows.size())
                .filter(it -> rows.get(it).cells().stream().anyMatch(cell))
                .findFirst()
                .orElse(-1);
    }

    Sheet withPreface() {
        return new Sheet(header, true, separator, rows, columns);
    }

    /** Where a heading stands, however it is written. */
    public Optional<Integer> column(String heading) {
        Spelling spelling = Spelling.of(heading);
        return columns.stream().filter(it -> spelling.fits(header.cell(it))).findFirst();
    }

    /** The name of a place, such as {@code row 3, column C (`Sprites`)}. */
    public String place(Row row, int column) {
        String name = "row %d, column %s".formatted(row.number(), letters(column));
        String heading = header.cell(column);
        return row.equals(header) || heading.isEmpty()
                ? name
                : "%s (`%s`)".formatted(name, new Shown(heading));
    }

    /**
     * Refuses cells that stand under no heading: commas without quotation marks shift a row.
     *
     * @param name what messages call the file
     * @throws InvalidTextException when there is one
     */
    public void requireHeadings(String name) {
        for (int column : columns) {
            if (header.cell(column).isEmpty()) {
                Row row =
                        rows.stream()
                                .filter(it -> !it.cell(column).isEmpty())
                                .findFirst()
                                .orElseThrow();
                throw new InvalidTextException(
                        "%s, %s: `%s` is in a column without a heading. Add the heading to row %d, or remove the cell; quote cells that contain a `%s`."
                                .formatted(
                                        name,
                                        place(row, column),
                                        new Shown(row.cell(column)),
                                        header.number(),
                                        new Shown(String.valueOf(separator))));
            }
        }
    }

    /** Spreadsheets call the 28th column AB. */
    private static String letters(int column) {
        return IntStream.iterate(column, it -> it >= 0, it -> it / 26 - 1)
                .mapToObj(it -> String.valueOf((char) ('A' + it % 26)))
                .reduce("", (letters, next) -> next + letters);
    }
}
