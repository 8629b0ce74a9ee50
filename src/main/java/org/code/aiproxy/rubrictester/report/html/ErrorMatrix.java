package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.ConceptEntry;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Status;
import org.code.aiproxy.rubrictester.statistics.Scale;

/** By how much the AI is off for each student and key concept, as the template draws it. */
final class ErrorMatrix {

    private ErrorMatrix() {}

    /**
     * One student.
     *
     * @param name the student's
     * @param link to the student
     * @param cells one for each key concept
     */
    record Row(String name, String link, List<Cell> cells) {}

    /**
     * One key concept of one student.
     *
     * @param text the error with its sign, or why there is none
     * @param error the error, from -3 to 3, as part of a class's name
     * @param label both labels
     * @param link to the student and key concept
     */
    record Cell(String text, String error, String label, String link) {}

    static List<Row> of(List<StudentEntry> students, List<String> concepts) {
        return students.stream()
                .map(student ->
                        new Row(
                                student.name(),
                                Fragment.student(student.name()),
                                IntStream.range(0, concepts.size())
                                        .mapToObj(it -> cell(student, it, concepts.get(it)))
                                        .toList()))
                .toList();
    }

    private static Cell cell(StudentEntry student, int at, String name) {
        ConceptEntry concept = student.concepts().get(at);
        return new Cell(
                concept.error()
                        .map(error -> error == 0 ? "✓" : Numbers.signed(error))
                        .orElseGet(() -> missing(student.status(), concept)),
                concept.error().map(String::valueOf).orElse("none"),
                "%s. People: %s. AI: %s."
                        .formatted(name, level(concept.people()), level(concept.ai())),
                Fragment.student(student.name(), at));
    }

    private static String missing(Status status, ConceptEntry concept) {
        return switch (status) {
            case FAILED -> "failed";
            case NOT_RUN -> "not run";
            case GRADED -> concept.ai().isEmpty() ? "no label" : "–";
        };
    }

    private static String level(Optional<Integer> level) {
        return level.map(it -> Scale.EXACT.levels().get(it)).orElse("none");
    }
}
