package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.rubric.Label;

/**
 * A dataset's programs of one lesson.
 *
 * @param programs by student, numbers in a name counting as numbers
 * @param labels what people gave; empty for a dataset that nobody labelled
 */
public record LessonDataset(List<StudentProgram> programs, Optional<ActualLabels> labels) {

    private static final String PROGRAM = ".js";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<String> BY_NUMBERS =
            Comparator.comparing(LessonDataset::padded).thenComparing(Comparator.naturalOrder());

    public LessonDataset {
        programs = List.copyOf(programs);
    }

    /**
     * Reads a lesson's folder.
     *
     * @throws InvalidDataException when something can't be read, or there is no program
     */
    public static LessonDataset read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<StudentProgram> programs = new ArrayList<>();
            for (Path file : files.filter(LessonDataset::isProgram).toList()) {
                programs.add(new StudentProgram(student(file), Files.readString(file)));
            }
            if (programs.isEmpty()) {
                throw new InvalidDataException("%s has no program (*.js).".formatted(folder));
            }
            programs.sort(Comparator.comparing(StudentProgram::student, BY_NUMBERS));
            return new LessonDataset(programs, labels(folder.resolve(ActualLabels.FILE)));
        } catch (IOException e) {
            throw new InvalidDataException(folder + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The same with some of the students only. */
    public LessonDataset only(List<String> students) {
        List<String> unknown =
                students.stream()
                        .filter(one -> programs.stream().noneMatch(it -> it.student().equals(one)))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidDataException(
                    "The dataset has no program of %s.".formatted(String.join(", ", unknown)));
        }
        return new LessonDataset(
                programs.stream().filter(it -> students.contains(it.student())).toList(), labels);
    }

    /** The same with the first students only. */
    public LessonDataset first(int most) {
        return new LessonDataset(programs.stream().limit(most).toList(), labels);
    }

    /**
     * Holds the labels to a rubric: they have exactly its key concepts, and every program has its
     * row.
     *
     * @throws InvalidDataException when they differ; the message says in what
     */
    public LessonDataset requireLabelsFor(List<String> keyConcepts) {
        ActualLabels given =
                labels.orElseThrow(() ->
                        new InvalidDataException(
                                "The dataset has no %s. Add one, or use --new-labels to get the AI's labels only."
                                        .formatted(ActualLabels.FILE)));
        requireSame(keyConcepts, given.keyConcepts());
        List<String> missing =
                programs.stream()
                        .map(StudentProgram::student)
                        .filter(student -> !given.byStudent().containsKey(student))
                        .toList();
        if (!missing.isEmpty()) {
            throw new InvalidDataException(
                    "%s has no row for %s."
                            .formatted(ActualLabels.FILE, String.join(", ", missing)));
        }
        return this;
    }

    /** The labels that people gave a student; empty for a dataset that nobody labelled. */
    public Map<String, Label> labelsOf(String student) {
        return labels.map(given -> given.byStudent().getOrDefault(student, Map.of()))
                .orElse(Map.of());
    }

    private static void requireSame(List<String> rubric, List<String> columns) {
        List<String> notLabelled = rubric.stream().filter(it -> !columns.contains(it)).toList();
        List<String> notInRubric = columns.stream().filter(it -> !rubric.contains(it)).toList();
        if (!notLabelled.isEmpty() || !notInRubric.isEmpty()) {
            throw new InvalidDataException(
                    "The columns of %s must be the rubric's key concepts.%s%s"
                            .formatted(
                                    ActualLabels.FILE,
                                    listed(" Only in the rubric: ", notLabelled),
                                    listed(" Only in the labels: ", notInRubric)));
        }
    }

    private static String listed(String heading, List<String> names) {
        return names.isEmpty() ? "" : heading + String.join("; ", names) + ".";
    }

    private static Optional<ActualLabels> labels(Path file) {
        return Files.exists(file) ? Optional.of(ActualLabels.read(file)) : Optional.empty();
    }

    private static boolean isProgram(Path file) {
        String name = name(file);
        return name.endsWith(PROGRAM) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static String student(Path file) {
        String name = name(file);
        return name.substring(0, name.length() - PROGRAM.length());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String padded(String name) {
        return NUMBER.matcher(name).replaceAll(digits -> "%20s".formatted(digits.group()));
    }
}
