package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;
import org.code.aiproxy.textfile.Sheet.Row;
import org.code.aiproxy.textfile.Shown;
import org.code.aiproxy.textfile.TextFile;

/**
 * The sheet that graders fill in: links to projects in the first column, one more column for each
 * key concept.
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
     * Reads a sheet, as spreadsheets export it.
     *
     * @throws InvalidDataException when it can't be read; the message names row and column
     */
    public static GradersSheet read(Path file) {
        try {
            Sheet sheet = Sheet.readBelow(TextFile.read(file), LINK);
            if (sheet.rows().isEmpty()) {
                throw new InvalidDataException(file + " has no row of labels.");
            }
            return of(sheet, file);
        } catch (InvalidTextException e) {
            throw new InvalidDataException(file + " can't be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be read: " + FileFault.reason(file, e), e);
        }
    }

    private static GradersSheet of(Sheet sheet, Path file) {
        int links = sheet.columns().getFirst();
        List<Integer> columns =
                sheet.columns().stream()
                        .filter(column -> column != links)
                        .filter(column ->
                                sheet.rows().stream().anyMatch(it -> !it.cell(column).isEmpty()))
                        .toList();
        sheet.requireHeadings(file.toString());
        SequencedMap<String, List<Label>> labels = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            List<Label> ofRow =
                    columns.stream().map(column -> label(sheet, row, column, file)).toList();
            String id = id(sheet, row, links, file);
            if (labels.put(id, ofRow) != null) {
                throw new InvalidDataException(
                        "%s, row %d: a second row for project %s; remove one."
                                .formatted(file, row.number(), id));
            }
        }
        return new GradersSheet(columns.stream().map(sheet.header()::cell).toList(), labels);
    }

    private static String id(Sheet sheet, Row row, int column, Path file) {
        Matcher matcher = LINK.matcher(row.cell(column));
        if (!matcher.matches()) {
            throw new InvalidDataException(
                    "%s, %s: the first column must be a link that ends in /ID/view, not `%s`."
                            .formatted(
                                    file, sheet.place(row, column), new Shown(row.cell(column))));
        }
        return matcher.group(1);
    }

    private static Label label(Sheet sheet, Row row, int column, Path file) {
        return Label.written(row.cell(column))
                .orElseThrow(() ->
                        new InvalidDataException(
                                "%s, %s: the label must be one of the four, such as `%s`, not `%s`."
                                        .formatted(
                                                file,
                                                sheet.place(row, column),
                                                Label.EXTENSIVE,
                                                new Shown(row.cell(column)))));
    }
}
