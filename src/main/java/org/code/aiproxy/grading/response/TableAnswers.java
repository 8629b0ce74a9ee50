package org.code.aiproxy.grading.response;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.code.aiproxy.grading.response.WrittenAnswer.Form;

/**
 * Finds the tables in a completion, from each heading to the next, to the end of the fence, or to
 * the end. What else stands there is told from rows by whoever knows the key concepts.
 */
final class TableAnswers {

    private static final String FENCE = "```";

    private final Predicate<Map<String, String>> isLabelled;

    private record Line(int from, String text) {}

    /**
     * @param isLabelled whether a row is certain
     */
    TableAnswers(Predicate<Map<String, String>> isLabelled) {
        this.isLabelled = isLabelled;
    }

    /**
     * All, in their order.
     *
     * @param taken what isn't a table, whatever its lines look like
     */
    List<WrittenAnswer> find(String text, List<WrittenAnswer> taken) {
        List<WrittenAnswer> found = new ArrayList<>();
        List<Line> body = new ArrayList<>();
        Optional<Line> first = Optional.empty();
        Optional<TableHeading> heading = Optional.empty();
        int passed = 0;
        for (Line line : lines(text)) {
            while (passed < taken.size() && taken.get(passed).to() <= line.from()) {
                passed++;
            }
            boolean isTaken = passed < taken.size() && taken.get(passed).surelyHolds(line.from());
            Optional<TableHeading> next = isTaken ? Optional.empty() : TableHeading.of(line.text());
            boolean isEnd = next.isPresent() || line.text().strip().startsWith(FENCE);
            if (isEnd && heading.isPresent()) {
                found.add(table(first.orElseThrow(), heading.get(), body));
                heading = Optional.empty();
            }
            if (next.isPresent()) {
                first = Optional.of(line);
                heading = next;
                body.clear();
            } else if (heading.isPresent()) {
                body.add(line);
            }
        }
        if (heading.isPresent()) {
            found.add(table(first.orElseThrow(), heading.get(), body));
        }
        return found;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            int last = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
            lines.add(new Line(from, text.substring(from, last)));
            from = to + 1;
        }
        return lines;
    }

    private WrittenAnswer table(Line first, TableHeading heading, List<Line> body) {
        List<String> lines = body.stream().map(line -> heading.plain(line.text())).toList();
        return new WrittenAnswer(
                first.from(),
                first.from() + first.text().length(),
                rows(heading, lines),
                heading.exact() ? Form.EXACT : Form.DIALECT);
    }

    private List<WrittenRow> rows(TableHeading heading, List<String> lines) {
        if (heading.separator() == '|') {
            return lineByLine(heading, lines);
        }
        if (lines.stream().noneMatch(line -> line.indexOf('"') >= 0)) {
            // Then both ways find the same, but for empty lines, which aren't records of CSV.
            return lineByLine(heading, lines.stream().filter(it -> !it.isEmpty()).toList());
        }
        List<WrittenRow> quoted = csv(heading, lines);
        List<WrittenRow> plain = lineByLine(heading, lines);
        return !quoted.isEmpty() && labelled(quoted) >= labelled(plain) ? quoted : plain;
    }

    private long labelled(List<WrittenRow> rows) {
        return rows.stream().map(WrittenRow::cells).filter(isLabelled).count();
    }

    /** With quotation marks as CSV has them; nothing where they don't match. */
    private static List<WrittenRow> csv(TableHeading heading, List<String> lines) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(heading.separator())
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(String.join("\n", lines))) {
            return reader.stream().map(record -> row(heading, record.getFields())).toList();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    private static List<WrittenRow> lineByLine(TableHeading heading, List<String> lines) {
        return lines.stream()
                .map(line -> row(heading, TableLine.cells(line, heading.separator())))
                .toList();
    }

    private static WrittenRow row(TableHeading heading, List<String> cells) {
        List<String> columns = heading.columns();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            row.put(columns.get(i), TableLine.stripped(cells.get(i)));
        }
        if (cells.size() != columns.size()) {
            findLabel(row, cells);
        }
        return new WrittenRow(row, String.join(" ", cells));
    }

    /** Where cells are too few or too many, the label is the only cell that is one. */
    private static void findLabel(Map<String, String> row, List<String> cells) {
        String there = row.getOrDefault(Column.GRADE, row.getOrDefault(Column.LABEL, ""));
        List<String> labels =
                cells.stream().filter(cell -> RowRepair.label(cell).isPresent()).toList();
        if (RowRepair.label(there).isEmpty() && labels.size() == 1) {
            row.remove(Column.GRADE);
            row.put(Column.LABEL, labels.getFirst());
        }
    }
}
