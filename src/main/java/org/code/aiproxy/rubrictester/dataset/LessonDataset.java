package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.Nearest;
import org.code.aiproxy.textfile.Shown;

/**
 * A dataset's programs of one lesson.
 *
 * @param programs by student, numbers in a name counting as numbers
 * @param labels what people gave; empty for a dataset that no one labelled
 * @param graders what single graders gave, by their names, where several labelled
 */
public record LessonDataset(
        List<StudentProgram> programs,
        Optional<ActualLabels> labels,
        SequencedMap<String, ActualLabels> graders) {

    private static final int MOST_NAMED = 5;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<String> BY_NUMBERS =
            Comparator.comparing(LessonDataset::padded).thenComparing(Comparator.naturalOrder());

    public LessonDataset {
        programs = List.copyOf(programs);
        graders = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(graders));
    }

    /** A dataset without single graders' labels. */
    public LessonDataset(List<StudentProgram> programs, Optional<ActualLabels> labels) {
        this(programs, labels, new LinkedHashMap<>());
    }

    /**
     * Reads a lesson's folder. A program that can't be read is a student's whose labelling fails.
     *
     * @throws InvalidDataException when the folder or its labels can't be read, or there is no
     *     program
     */
    public static LessonDataset read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<StudentProgram> programs = new ArrayList<>();
            for (Path file : files.filter(ProgramFile::is).toList()) {
                programs.add(ProgramFile.read(file));
            }
            if (programs.isEmpty()) {
                throw new InvalidDataException(
                        "%s has no program (*.js or *.java).".formatted(folder));
            }
            programs.sort(Comparator.comparing(StudentProgram::student, BY_NUMBERS));
            List<String> students = programs.stream().map(StudentProgram::student).toList();
            requireDistinct(folder, students);
            SequencedMap<String, ActualLabels> graders = GraderFiles.read(folder);
            graders.replaceAll(
                    (grader, given) -> given.forStudents(GraderFiles.name(grader), students));
            return new LessonDataset(
                    programs,
                    labels(folder.resolve(ActualLabels.FILE))
                            .map(it -> it.forStudents(ActualLabels.FILE, students)),
                    graders);
        } catch (IOException e) {
            throw new InvalidDataException(
                    folder + " can't be read: " + FileFault.reason(folder, e), e);
        }
    }

    /** The same with some of the students only. */
    public LessonDataset only(List<String> students) {
        Names names = new Names(programs.stream().map(StudentProgram::student).toList());
        List<String> unknown = students.stream().filter(it -> nameOf(names, it).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidDataException(
                    "The dataset has no program of %s.%s"
                            .formatted(
                                    String.join(", ", unknown),
                                    Nearest.question(
                                            unknown.getFirst(),
                                            programs.stream()
                                                    .map(StudentProgram::student)
                                                    .toList())));
        }
        Set<String> chosen =
                students.stream()
                        .flatMap(it -> nameOf(names, it).stream())
                        .collect(Collectors.toSet());
        return new LessonDataset(
                programs.stream().filter(it -> chosen.contains(it.student())).toList(),
                labels,
                graders);
    }

    private static Optional<String> nameOf(Names names, String student) {
        return names.nameOf(student).or(() -> names.nameOf(ProgramFile.student(student)));
    }

    /** The same with the first students only. */
    public LessonDataset first(int most) {
        return new LessonDataset(programs.stream().limit(most).toList(), labels, graders);
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
                                                .formatted(ActualLabels.FILE)))
                        .forKeyConcepts(keyConcepts);
        requireSame(keyConcepts, given.keyConcepts());
        List<String> missing =
                programs.stream()
                        .map(StudentProgram::student)
                        .filter(student -> !given.byStudent().containsKey(student))
                        .toList();
        if (!missing.isEmpty()) {
            throw new InvalidDataException(
                    "%s has no row for %s.%s"
                            .formatted(
                                    ActualLabels.FILE,
                                    String.join(", ", missing),
                                    listed(" Rows without a program: ", withoutProgram(given))));
        }
        SequencedMap<String, ActualLabels> named = new LinkedHashMap<>(graders);
        named.replaceAll((grader, some) -> GraderFiles.forRubric(grader, some, keyConcepts));
        return new LessonDataset(programs, Optional.of(given), named);
    }

    /** What is left out of the figures because people gave no label, a sentence. */
    public Optional<String> blankLabels() {
        List<String> blank =
                labels.stream()
                        .flatMap(given ->
                                programs.stream()
                                        .map(StudentProgram::student)
                                        .flatMap(student ->
                                                given.keyConcepts().stream()
                                                        .filter(concept ->
                                                                given.label(student, concept)
                                                                        .isEmpty())
                                                        .map(concept ->
                                                                "%s, %s"
                                                                        .formatted(
                                                                                student, concept))))
                        .toList();
        return blank.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s: labels that are blank, and left out of the figures: %d (%s%s)."
                                .formatted(
                                        ActualLabels.FILE,
                                        blank.size(),
                                        blank.stream()
                                                .limit(MOST_NAMED)
                                                .collect(Collectors.joining("; ")),
                                        blank.size() > MOST_NAMED ? "; …" : ""));
    }

    private List<String> withoutProgram(ActualLabels given) {
        List<String> students = programs.stream().map(StudentProgram::student).toList();
        return given.byStudent().keySet().stream()
                .filter(it -> !students.contains(it))
                .map(it -> new Shown(it).toString())
                .sorted()
                .toList();
    }

    /** The labels that people gave a student; empty for a dataset that no one labelled. */
    public Map<String, Label> labelsOf(String student) {
        return labels.map(given -> given.byStudent().getOrDefault(student, Map.of()))
                .orElse(Map.of());
    }

    /**
     * The labels that people gave a student's key concept, each another person's. With several
     * graders' files, {@code actual_labels.csv} is what these come to; beside a single one it is
     * another person's.
     */
    public List<Label> labelsOf(String student, String keyConcept) {
        return (graders.size() == 1
                        ? Stream.concat(labels.stream(), graders.values().stream())
                        : graders.values().stream())
                .flatMap(given -> given.label(student, keyConcept).stream())
                .toList();
    }

    private static void requireDistinct(Path folder, List<String> students) {
        Set<String> seen = new HashSet<>();
        students.stream()
                .filter(student -> !seen.add(student))
                .findFirst()
                .ifPresent(student -> {
                    throw new InvalidDataException(
                            "%s has two programs of %s; remove one."
                                    .formatted(folder, new Shown(student)));
                });
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
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> new Shown(name).toString())
                        .collect(Collectors.joining("; ", heading, "."));
    }

    private static Optional<ActualLabels> labels(Path file) {
        return Files.exists(file) ? Optional.of(ActualLabels.read(file)) : Optional.empty();
    }

    private static String padded(String name) {
        return NUMBER.matcher(name).replaceAll(digits -> "%20s".formatted(digits.group()));
    }
}
