package org.code.aiproxy.rubrictester.authoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.code.aiproxy.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;

/**
 * The sheet that graders fill in: links to projects in the first column, one more column for each
 * key concept, separated by tabs.
 *
 * @param keyConcepts the columns that have labels; empty ones are dropped
 * @param labels for each project's id the labels, in the columns' order
 */
public record GradersSheet(List<String> keyConcepts, SequencedMap<String, List<Label>> labels) {

    private static final Pattern LINK = Pattern.compile(".*/([A-Za-z0-9_-]+)/view/?");

    public GradersSheet {
        keyConcepts = List.copyOf(keyConcepts);
    }

    /**
     * Reads a sheet.
     *
     * @throws InvalidDataException when it can't be read; the message names line and column
     */
    public static GradersSheet read(Path file) {
        try (CsvReader<CsvRecord> tsv =
                CsvReader.builder().fieldSeparator('\t').ofCsvRecord(file)) {
            List<CsvRecord> rows =
                    tsv.stream()
                            .filter(row -> row.getFields().stream().anyMatch(it -> !it.isBlank()))
                            .toList();
            if (rows.size() < 2) {
                throw new InvalidDataException(file + " has no row of labels.");
            }
            return of(rows.getFirst(), rows.subList(1, rows.size()), file);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new InvalidDataException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static GradersSheet of(CsvRecord header, List<CsvRecord> rows, Path file) {
        List<Integer> columns =
                IntStream.range(1, header.getFieldCount())
                        .filter(column -> rows.stream().anyMatch(it -> !cell(it, column).isEmpty()))
                        .boxed()
                        .toList();
        SequencedMap<String, List<Label>> labels = new LinkedHashMap<>();
        for (CsvRecord row : rows) {
            List<Label> ofRow =
                    columns.stream().map(column -> label(row, header, column, file)).toList();
            if (labels.put(id(row, file), ofRow) != null) {
                throw new InvalidDataException(
                        "%s, line %d: a second row for project %s; remove one."
                                .formatted(file, row.getStartingLineNumber(), id(row, file)));
            }
        }
        return new GradersSheet(
                columns.stream().map(column -> cell(header, column)).toList(), labels);
    }

    private static String id(CsvRecord row, Path file) {
        Matcher matcher = LINK.matcher(cell(row, 0));
        if (!matcher.matches()) {
            throw new InvalidDataException(
                    "%s, line %d: the first column must be a link that ends in /ID/view."
                            .formatted(file, row.getStartingLineNumber()));
        }
        return matcher.group(1);
    }

    private static Label label(CsvRecord row, CsvRecord header, int column, Path file) {
        return Label.of(cell(row, column))
                .orElseThrow(() ->
                        new InvalidDataException(
                                "%s, line %d: the label of `%s` must be one of the four, such as `%s`, not `%s`."
                                        .formatted(
                                                file,
                                                row.getStartingLineNumber(),
                                                cell(header, column),
                                                Label.EXTENSIVE,
                                                cell(row, column))));
    }

    private static String cell(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).strip() : "";
    }
}
