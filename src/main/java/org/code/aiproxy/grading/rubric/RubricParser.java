package org.code.aiproxy.grading.rubric;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;
import org.code.aiproxy.textfile.Sheet.Row;
import org.code.aiproxy.textfile.Spelling;

/**
 * Reads rubrics as spreadsheets export them. A model sees the rubric as it was given, unless its
 * headings or separators are not the usual ones; then it sees the same with these.
 */
final class RubricParser {

    private static final int MOST_COLUMNS = 50;

    private static final String KEY_CONCEPT = "Key Concept";

    Rubric parse(String csv) {
        Sheet sheet = sheet(csv);
        int nameColumn = nameColumn(sheet);
        Map<String, KeyConcept> concepts = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            String name = name(row, nameColumn);
            if (!name.isEmpty()) {
                concepts.putIfAbsent(name, new KeyConcept(name, descriptions(sheet, row)));
            }
        }
        if (concepts.isEmpty()) {
            throw new InvalidRubricException("has a header but no key concepts below it");
        }
        return new Rubric(
                isPlain(sheet) ? csv : text(sheet, sheet.rows()), List.copyOf(concepts.values()));
    }

    /** The rows of some key concepts as a rubric of their own, with all columns. */
    Rubric select(String csv, List<String> names) {
        Sheet sheet = sheet(csv);
        int nameColumn = nameColumn(sheet);
        return parse(
                text(
                        sheet,
                        sheet.rows().stream()
                                .filter(row -> names.contains(name(row, nameColumn)))
                                .toList()));
    }

    private static Sheet sheet(String csv) {
        try {
            return Sheet.read(csv, KEY_CONCEPT);
        } catch (InvalidTextException e) {
            throw new InvalidRubricException(String.valueOf(e.getMessage()));
        }
    }

    private static int nameColumn(Sheet sheet) {
        if (sheet.columns().isEmpty()) {
            throw new InvalidRubricException(
                    "is empty; send CSV with a `Key Concept` column and a column for each label");
        }
        if (sheet.header().cells().size() > MOST_COLUMNS) {
            throw new InvalidRubricException("has more than %d columns".formatted(MOST_COLUMNS));
        }
        return sheet.column(KEY_CONCEPT)
                .orElseThrow(() ->
                        new InvalidRubricException(
                                "has no `Key Concept` column in its first line"));
    }

    /** A line break inside a quoted name is dropped, as the callers' own reader does. */
    private static String name(Row row, int column) {
        return row.cell(column).replace("\n", "").strip();
    }

    private static Map<Label, String> descriptions(Sheet sheet, Row row) {
        Map<Label, String> descriptions = new EnumMap<>(Label.class);
        for (int column : sheet.columns()) {
            String cell = row.cell(column);
            if (!cell.isEmpty()) {
                Label.heading(sheet.header().cell(column))
                        .ifPresent(label -> descriptions.put(label, cell));
            }
        }
        return descriptions;
    }

    private static boolean isPlain(Sheet sheet) {
        return !sheet.prefaced()
                && sheet.separator() == ','
                && sheet.header().cells().stream().allMatch(it -> it.equals(heading(it)));
    }

    private static String heading(String written) {
        Optional<Label> label = Label.heading(written);
        return Spelling.of(KEY_CONCEPT).fits(written)
                ? KEY_CONCEPT
                : label.map(Label::text).orElse(written);
    }

    private static String text(Sheet sheet, List<Row> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(
                    sheet.columns().stream()
                            .map(column -> heading(sheet.header().cell(column)))
                            .toList());
            rows.forEach(
                    row -> writer.writeRecord(sheet.columns().stream().map(row::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
