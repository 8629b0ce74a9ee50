package org.code.aiproxy.rubrictester.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.rubric.Label;

/**
 * The labels that people gave: {@code actual_labels.csv}, whose first column is {@code student},
 * with one more column for each key concept.
 *
 * @param keyConcepts the columns, in the file's order
 * @param byStudent for each student the label of each key concept
 */
public record ActualLabels(List<String> keyConcepts, Map<String, Map<String, Label>> byStudent) {

    /** The file in a dataset's folder. */
    public static final String FILE = "actual_labels.csv";

    /** The name of the first column. */
    public static final String STUDENT = "student";

    public ActualLabels {
        keyConcepts = List.copyOf(keyConcepts);
        byStudent = Map.copyOf(byStudent);
    }

    /**
     * Reads the file.
     *
     * @throws InvalidDataException when it can't be read, a label is none of the four, or a student
     *     has two rows
     */
    public static ActualLabels read(Path file) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().trimWhitespacesAroundQuotes(true).ofNamedCsvRecord(file)) {
            Map<String, Map<String, Label>> byStudent = new LinkedHashMap<>();
            List<String> header = List.of();
            for (NamedCsvRecord row : csv) {
                header = row.getHeader().stream().map(String::strip).toList();
                requireStudentFirst(header, file);
                String student = row.getField(0).strip();
                if (byStudent.put(student, labels(row, header, file)) != null) {
                    throw new InvalidDataException(
                            "%s has two rows for the student %s; remove one."
                                    .formatted(file, student));
                }
            }
            return new ActualLabels(
                    header.isEmpty() ? List.of() : header.subList(1, header.size()), byStudent);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new InvalidDataException(file + " is missing, or is not CSV.", e);
        }
    }

    /** The file's first row. */
    public static List<String> header(List<String> keyConcepts) {
        return row(STUDENT, keyConcepts);
    }

    /** A student's row. */
    public static List<String> row(String student, List<String> labels) {
        return Stream.concat(Stream.of(student), labels.stream()).toList();
    }

    /** The label of a student's key concept, if people gave one. */
    public Optional<Label> label(String student, String keyConcept) {
        return Optional.ofNullable(byStudent.getOrDefault(student, Map.of()).get(keyConcept));
    }

    private static void requireStudentFirst(List<String> header, Path file) {
        if (!header.getFirst().equals(STUDENT)) {
            throw new InvalidDataException(
                    "The first column of %s must be `%s`, not `%s`."
                            .formatted(file, STUDENT, header.getFirst()));
        }
    }

    private static Map<String, Label> labels(NamedCsvRecord row, List<String> header, Path file) {
        List<String> cells = new ArrayList<>(row.getFields());
        Map<String, Label> labels = new LinkedHashMap<>();
        for (int column = 1; column < header.size(); column++) {
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            labels.put(header.get(column), label(cell, header.get(column), row, file));
        }
        return labels;
    }

    private static Label label(String cell, String column, NamedCsvRecord row, Path file) {
        return Label.of(cell)
                .orElseThrow(() ->
                        new InvalidDataException(
                                "%s, line %d: the label of `%s` must be one of the four, such as `%s`, not `%s`."
                                        .formatted(
                                                file,
                                                row.getStartingLineNumber(),
                                                column,
                                                Label.EXTENSIVE,
                                                cell)));
    }
}
