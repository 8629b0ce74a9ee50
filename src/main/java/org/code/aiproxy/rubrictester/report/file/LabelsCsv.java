package org.code.aiproxy.rubrictester.report.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.ActualLabels;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.textfile.SheetWriter;

/** A run's labels as CSV. */
public final class LabelsCsv {

    private static final List<String> HEADER =
            List.of(
                    ActualLabels.STUDENT,
                    "key concept",
                    "people",
                    "ai",
                    "levels apart",
                    "votes",
                    "problem");

    private LabelsCsv() {}

    /** One row for each student and key concept, students without labels included. */
    public static void write(LessonResult result, Path file) {
        Output.write(
                file,
                writer -> {
                    SheetWriter csv = new SheetWriter(writer);
                    csv.row(HEADER);
                    for (StudentResult student : result.results()) {
                        for (String concept : result.experiment().rubric().names()) {
                            csv.row(row(result, student, concept));
                        }
                    }
                });
    }

    /**
     * The AI's labels in the form of {@code actual_labels.csv}, for people to correct; students
     * without labels are left out.
     */
    public static void writeAsActualLabels(LessonResult result, Path file) {
        List<String> concepts = result.experiment().rubric().names();
        Output.write(
                file,
                writer -> {
                    SheetWriter csv = new SheetWriter(writer);
                    csv.row(ActualLabels.header(concepts));
                    for (Graded student : result.graded()) {
                        csv.row(
                                ActualLabels.row(
                                        student.student(),
                                        concepts.stream()
                                                .map(it -> ai(student, it).map(Label::text))
                                                .map(it -> it.orElse(""))
                                                .toList()));
                    }
                });
    }

    private static List<String> row(LessonResult result, StudentResult student, String concept) {
        Map<String, Label> labels = result.dataset().labelsOf(student.student());
        Optional<Label> people = Optional.ofNullable(labels.get(concept));
        Optional<Label> ai = ai(student, concept);
        return List.of(
                student.student(),
                concept,
                people.map(Label::text).orElse(""),
                ai.map(Label::text).orElse(""),
                people.flatMap(right -> ai.map(given -> difference(given, right))).orElse(""),
                votes(student, concept),
                problem(student));
    }

    /** Over 0 where the AI is too generous. */
    private static String difference(Label ai, Label people) {
        return String.valueOf(Scale.EXACT.number(ai) - Scale.EXACT.number(people));
    }

    private static Optional<Label> ai(StudentResult student, String concept) {
        return graded(student, concept).map(GradedConcept::label);
    }

    private static String votes(StudentResult student, String concept) {
        return graded(student, concept).stream()
                .flatMap(it -> it.votes().stream())
                .map(Label::text)
                .collect(Collectors.joining("; "));
    }

    private static Optional<GradedConcept> graded(StudentResult student, String concept) {
        return student instanceof Graded graded
                ? graded.program().concept(concept)
                : Optional.empty();
    }

    private static String problem(StudentResult student) {
        return switch (student) {
            case Graded _ -> "";
            case Failed failed -> failed.problem();
            case NotRun notRun -> notRun.reason();
        };
    }
}
