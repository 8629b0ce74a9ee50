package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;

/**
 * The labels that people gave: {@code actual_labels.csv}, which has a column {@code student}, and
 * one more column for each key concept.
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
        byStudent = Collections.unmodifiableMap(new LinkedHashMap<>(byStudent));
    }

    /**
     * Reads the file, as spreadsheets export it. Blank labels are those that people didn't give.
     *
     * @throws InvalidDataException when it can't be read, a label is none of the four, or a student
     *     has two rows; the message names row and column
     */
    public static ActualLabels read(Path file) {
        try {
            return new LabelSheet(file.toString(), TextFile.read(file)).labels();
        } catch (InvalidTextException e) {
            throw new InvalidDataException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidDataException(
                    "%s is missing, or can't be read: %s"
                            .formatted(file, FileFault.reason(file, e)),
                    e);
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

    /**
     * The same with the students called as their programs' files are.
     *
     * @param file where the labels were read, for messages
     */
    ActualLabels forStudents(String file, List<String> students) {
        Names names = new Names(students);
        Map<String, Map<String, Label>> renamed = new LinkedHashMap<>();
        byStudent.forEach((student, labels) -> {
            String name = names.nameOf(student).orElse(student);
            if (renamed.put(name, labels) != null) {
                throw new InvalidDataException(
                        "%s has two rows for the student %s; remove one.".formatted(file, name));
            }
        });
        return new ActualLabels(keyConcepts, renamed);
    }

    /** The same with the key concepts called as the rubric has them. */
    ActualLabels forKeyConcepts(List<String> rubric) {
        Names names = new Names(rubric);
        Map<String, Map<String, Label>> renamed = new LinkedHashMap<>();
        byStudent.forEach((student, labels) -> {
            Map<String, Label> row = new LinkedHashMap<>();
            labels.forEach(
                    (concept, label) -> row.put(names.nameOf(concept).orElse(concept), label));
            renamed.put(student, row);
        });
        return new ActualLabels(
                keyConcepts.stream().map(it -> names.nameOf(it).orElse(it)).toList(), renamed);
    }
}
