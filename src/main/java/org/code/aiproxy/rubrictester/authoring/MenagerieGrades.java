package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;
import org.code.aiproxy.textfile.Sheet.Row;
import org.code.aiproxy.textfile.Shown;
import org.code.aiproxy.textfile.TextFile;

/** Reads {@code grades.csv} of the Menagerie set: assignment, grader, skill, grade. */
final class MenagerieGrades {

    static final String FILE = "grades.csv";

    /** What stands where a grader gave no grade. */
    private static final Set<String> NO_GRADE = Set.of("", "NAN");

    private final Path file;
    private final Sheet sheet;
    private final Set<List<String>> seen = new HashSet<>();

    private MenagerieGrades(Path file, Sheet sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    /**
     * All grades. Of a program that a grader graded twice the first grade counts.
     *
     * @throws InvalidDataException when the file can't be read; the message names row and column
     */
    static List<MenagerieGrade> read(Path file) {
        try {
            return new MenagerieGrades(file, Sheet.read(TextFile.read(file), "assignment"))
                    .grades();
        } catch (InvalidTextException e) {
            throw new InvalidDataException("%s %s.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidDataException(
                    "%s is missing, or can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private List<MenagerieGrade> grades() {
        int assignment = column("assignment");
        int grader = column("grader");
        int skill = column("skill");
        int grade = column("grade");
        List<MenagerieGrade> grades = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Optional<Label> label = label(row, grade);
            List<String> key = List.of(name(row, assignment), name(row, grader), text(row, skill));
            if (label.isPresent() && seen.add(key)) {
                grades.add(new MenagerieGrade(key.get(0), key.get(1), key.get(2), label.get()));
            }
        }
        return grades;
    }

    private int column(String heading) {
        return sheet.column(heading)
                .orElseThrow(() ->
                        new InvalidDataException(
                                "%s needs the columns assignment, grader, skill and grade; there is no `%s`."
                                        .formatted(file, heading)));
    }

    private Optional<Label> label(Row row, int column) {
        if (NO_GRADE.contains(row.cell(column).toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return MenagerieGrade.label(row.cell(column))
                .or(() -> {
                    throw invalid(row, column, "a grade from A++ to F");
                });
    }

    /** Becomes a part of a file's name. */
    private String name(Row row, int column) {
        String name = row.cell(column);
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw invalid(row, column, "letters and digits");
        }
        return name;
    }

    private String text(Row row, int column) {
        if (row.cell(column).isEmpty()) {
            throw invalid(row, column, "a skill");
        }
        return row.cell(column);
    }

    private InvalidDataException invalid(Row row, int column, String wanted) {
        return new InvalidDataException(
                "%s, %s: must be %s, not `%s`."
                        .formatted(
                                file,
                                sheet.place(row, column),
                                wanted,
                                new Shown(row.cell(column))));
    }
}
