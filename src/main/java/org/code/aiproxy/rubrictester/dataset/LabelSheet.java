package org.code.aiproxy.rubrictester.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;
import org.code.aiproxy.textfile.Sheet.Row;
import org.code.aiproxy.textfile.SheetWriter;
import org.code.aiproxy.textfile.Shown;
import org.code.aiproxy.textfile.Spelling;

/** Reads people's labels from a table. */
final class LabelSheet {

    private final String name;
    private final Sheet sheet;

    /**
     * @param name what messages call the file
     * @param text all of it
     */
    LabelSheet(String name, String text) {
        this.name = name;
        this.sheet = sheet(name, text);
    }

    private static Sheet sheet(String name, String text) {
        try {
            return Sheet.read(text, ActualLabels.STUDENT);
        } catch (InvalidTextException e) {
            throw new InvalidDataException("%s %s.".formatted(name, e.getMessage()), e);
        }
    }

    ActualLabels labels() {
        int studentColumn = studentColumn();
        sheet.requireHeadings(name);
        List<Integer> columns = sheet.columns().stream().filter(it -> it != studentColumn).toList();
        requireDistinct(columns);
        Map<String, Map<String, Label>> labels = new LinkedHashMap<>();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            String student = student(row, studentColumn);
            Row other = rows.put(student, row);
            if (other != null) {
                throw new InvalidDataException(
                        "%s has two rows for the student %s, rows %d and %d; remove one."
                                .formatted(name, student, other.number(), row.number()));
            }
            labels.put(student, labels(row, columns));
        }
        return new ActualLabels(columns.stream().map(this::heading).toList(), labels);
    }

    private int studentColumn() {
        if (sheet.columns().isEmpty()) {
            throw new InvalidDataException(
                    "%s is empty; it needs a column `%s`, and one for each key concept."
                            .formatted(name, ActualLabels.STUDENT));
        }
        return sheet.column(ActualLabels.STUDENT)
                .orElseThrow(() ->
                        new InvalidDataException(
                                "The first column of %s must be `%s`, not `%s` (row %d)."
                                        .formatted(
                                                name,
                                                ActualLabels.STUDENT,
                                                new Shown(
                                                        sheet.header()
                                                                .cell(sheet.columns().getFirst())),
                                                sheet.header().number())));
    }

    private void requireDistinct(List<Integer> columns) {
        Map<Spelling, Integer> seen = new LinkedHashMap<>();
        for (int column : columns) {
            String heading = heading(column);
            Integer other = seen.put(Spelling.of(heading), column);
            if (other != null) {
                throw new InvalidDataException(
                        "%s has the column `%s` twice, at %s and %s; remove one."
                                .formatted(
                                        name,
                                        new Shown(heading),
                                        sheet.place(sheet.header(), other),
                                        sheet.place(sheet.header(), column)));
            }
        }
    }

    private String student(Row row, int column) {
        String student = ProgramFile.student(SheetWriter.cell(row.cell(column))).strip();
        if (student.isEmpty()) {
            throw new InvalidDataException(
                    "%s, %s: the student is missing. Write the name of the program's file, or remove the row."
                            .formatted(name, sheet.place(row, column)));
        }
        return student;
    }

    private Map<String, Label> labels(Row row, List<Integer> columns) {
        Map<String, Label> labels = new LinkedHashMap<>();
        // A blank label is one that people didn't give.
        columns.stream()
                .filter(column -> !row.cell(column).isEmpty())
                .forEach(column -> labels.put(heading(column), label(row, column)));
        return labels;
    }

    private String heading(int column) {
        return SheetWriter.cell(sheet.header().cell(column));
    }

    private Label label(Row row, int column) {
        return Label.written(row.cell(column))
                .orElseThrow(() ->
                        new InvalidDataException(
                                "%s, %s: the label must be one of the four, such as `%s`, not `%s`."
                                        .formatted(
                                                name,
                                                sheet.place(row, column),
                                                Label.EXTENSIVE,
                                                new Shown(row.cell(column)))));
    }
}
