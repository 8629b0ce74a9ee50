package org.code.aiproxy.rubric;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rubrics as spreadsheets export them: any line ending, ragged rows, a byte order mark. */
final class RubricParser {

    private static final int MOST_COLUMNS = 50;

    private static final String KEY_CONCEPT = "Key Concept";

    Rubric parse(String csv) {
        List<CsvRecord> records = records(csv);
        if (records.isEmpty()) {
            throw new InvalidRubricException(
                    "is empty; send CSV with a `Key Concept` column and a column for each label");
        }
        List<String> header = header(records.getFirst());
        if (header.size() > MOST_COLUMNS) {
            throw new InvalidRubricException("has more than %d columns".formatted(MOST_COLUMNS));
        }
        int nameColumn = header.indexOf(KEY_CONCEPT);
        if (nameColumn < 0) {
            throw new InvalidRubricException("has no `Key Concept` column in its first line");
        }
        Map<String, KeyConcept> concepts = new LinkedHashMap<>();
        for (CsvRecord row : records.subList(1, records.size())) {
            String name = name(row, nameColumn);
            if (!name.isEmpty()) {
                concepts.putIfAbsent(name, new KeyConcept(name, descriptions(header, row)));
            }
        }
        if (concepts.isEmpty()) {
            throw new InvalidRubricException("has a header but no key concepts below it");
        }
        return new Rubric(csv, List.copyOf(concepts.values()));
    }

    /** The rows of some key concepts as a rubric of their own, with all columns. */
    Rubric select(String csv, List<String> names) {
        List<CsvRecord> records = records(csv);
        int nameColumn = header(records.getFirst()).indexOf(KEY_CONCEPT);
        StringWriter selected = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(selected)) {
            writer.writeRecord(records.getFirst().getFields());
            records.stream()
                    .skip(1)
                    .filter(row -> names.contains(name(row, nameColumn)))
                    .forEach(row -> writer.writeRecord(row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(selected.toString());
    }

    private static List<String> header(CsvRecord first) {
        return first.getFields().stream().map(String::strip).toList();
    }

    private static List<CsvRecord> records(String csv) {
        // Every line break that Unicode knows ends a row: spreadsheets export vertical tabs and
        // U+2028 too, and the programs that read rubrics beside us split there.
        String lines = csv.replaceFirst("^\uFEFF", "").replaceAll("\\R", "\n");
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(lines)) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException e) {
            throw new InvalidRubricException(
                    "is not CSV that can be read: look for a quote that is never closed");
        }
    }

    /** A line break inside a quoted name is dropped, as the callers' own reader does. */
    private static String name(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).replace("\n", "").strip() : "";
    }

    private static Map<Label, String> descriptions(List<String> header, CsvRecord row) {
        Map<Label, String> descriptions = new EnumMap<>(Label.class);
        for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
            String cell = row.getField(i).strip();
            if (!cell.isEmpty()) {
                Label.of(header.get(i)).ifPresent(label -> descriptions.put(label, cell));
            }
        }
        return descriptions;
    }
}
