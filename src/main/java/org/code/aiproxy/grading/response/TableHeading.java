package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The first line of a table: TSV, CSV (with commas or semicolons) or Markdown, told apart by the
 * separator that gives the most columns whose names are known.
 *
 * @param separator what stands between cells
 * @param columns the columns' names; those that are known as prompts have them
 * @param exact whether the names are written as prompts have them
 * @param escaped whether tabs are written as {@code \t}
 * @param doubled whether there are two tabs between cells
 */
record TableHeading(
        char separator, List<String> columns, boolean exact, boolean escaped, boolean doubled) {

    private static final int LONGEST = 1_000;
    private static final String TABS = "\t\t";
    private static final String ESCAPED_TAB = "\\t";

    TableHeading {
        columns = List.copyOf(columns);
    }

    /** Reads a line, if it is a table's heading. */
    static Optional<TableHeading> of(String line) {
        if (line.length() > LONGEST || !mentionsConcept(line)) {
            return Optional.empty();
        }
        return Stream.of('\t', '|', ';', ',')
                .map(separator -> of(separator, line))
                .filter(TableHeading::isOne)
                .max(Comparator.comparingLong(TableHeading::known));
    }

    private static boolean mentionsConcept(String line) {
        return Stream.of("concept", "Concept", "CONCEPT").anyMatch(line::contains);
    }

    private static TableHeading of(char separator, String line) {
        boolean escaped = separator == '\t' && line.contains(ESCAPED_TAB) && !line.contains("\t");
        String plain = escaped ? line.replace(ESCAPED_TAB, "\t") : line;
        boolean doubled = separator == '\t' && plain.contains(TABS);
        List<String> cells =
                TableLine.cells(doubled ? plain.replace(TABS, "\t") : plain, separator);
        List<String> columns = new ArrayList<>();
        boolean exact = true;
        for (String cell : cells) {
            String name = cell.strip();
            String column = Column.named(name).orElse(name);
            exact &= column.equals(name);
            columns.add(column);
        }
        return new TableHeading(separator, columns, exact, escaped, doubled);
    }

    private boolean isOne() {
        return columns.contains(Column.KEY_CONCEPT) && known() > 1;
    }

    private long known() {
        return columns.stream()
                .distinct()
                .filter(Predicate.not(String::isEmpty))
                .filter(column -> Column.named(column).isPresent())
                .count();
    }

    /** A line below, with its separators written as they should be. */
    String plain(String line) {
        if (separator != '\t') {
            return line;
        }
        String plain = escaped || !line.contains("\t") ? line.replace(ESCAPED_TAB, "\t") : line;
        boolean isDoubled = doubled || TableLine.cells(plain, '\t').size() > columns.size() + 1;
        return isDoubled ? plain.replace(TABS, "\t") : plain;
    }
}
