package org.code.aiproxy.textfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.textfile.Sheet.Row;

/** Tells how a table was exported, and reads it. */
final class SheetReader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Excel's own hint, which it doesn't count as a row. */
    private static final Pattern HINT =
            Pattern.compile("\\A\"?sep=([^\"\\n])\"?\\n", Pattern.CASE_INSENSITIVE);

    private final ToIntFunction<List<Row>> headerIndex;

    /**
     * @param headerIndex where in a list of rows the header stands; negative where there is none
     */
    SheetReader(ToIntFunction<List<Row>> headerIndex) {
        this.headerIndex = headerIndex;
    }

    Sheet read(String text) {
        // Every line break that Unicode knows ends a row: spreadsheets export vertical tabs and
        // U+2028 too, and the programs that read rubrics beside us split there.
        String lines = text.replaceFirst("^\uFEFF", "").replaceAll("\\R", "\n");
        Matcher hint = HINT.matcher(lines);
        if (!hint.find()) {
            return read(lines, SEPARATORS);
        }
        Stream<Character> hinted = Stream.of(hint.group(1).charAt(0));
        return read(
                        lines.substring(hint.end()),
                        Stream.concat(hinted, SEPARATORS.stream()).toList())
                .withPreface();
    }

    private Sheet read(String lines, List<Character> separators) {
        return separators.stream()
                .flatMap(separator -> withHeader(lines, separator).stream())
                .findFirst()
                .orElseGet(() -> sheet(rows(lines, separators.getFirst()), separators.getFirst()));
    }

    private Optional<Sheet> withHeader(String lines, char separator) {
        try {
            return Optional.of(rows(lines, separator))
                    .filter(rows -> headerIndex.applyAsInt(rows) >= 0)
                    .map(rows -> sheet(rows, separator));
        } catch (InvalidTextException e) {
            // Quotation marks mean nothing beside a separator that isn't the table's own; if none
            // is, the first one's fault is told.
            return Optional.empty();
        }
    }

    private Sheet sheet(List<Row> all, char separator) {
        int header = Math.max(0, headerIndex.applyAsInt(all));
        List<Row> table = all.subList(header, all.size());
        return new Sheet(
                table.isEmpty() ? new Row(1, List.of()) : table.getFirst(),
                all.size() > table.size(),
                separator,
                table.isEmpty() ? List.of() : table.subList(1, table.size()),
                columns(table));
    }

    private static List<Integer> columns(List<Row> table) {
        BitSet columns = new BitSet();
        for (Row row : table) {
            for (int column = 0; column < row.cells().size(); column++) {
                if (!row.cell(column).isEmpty()) {
                    columns.set(column);
                }
            }
        }
        return columns.stream().boxed().toList();
    }

    private static List<Row> rows(String lines, char separator) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .trimWhitespacesAroundQuotes(separator != '\t')
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(lines)) {
            int number = 0;
            for (CsvRecord each : reader) {
                number++;
                Row row =
                        new Row(
                                number,
                                each.getFields().stream().map(SheetReader::stripped).toList());
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new InvalidTextException(
                    "is not valid CSV: look for a quote that is never closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Only what can't be seen at all is nothing; names keep the blanks that Java doesn't strip. */
    private static String stripped(String cell) {
        return cell.chars().allMatch(SheetReader::isBlank) ? "" : cell.strip();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
