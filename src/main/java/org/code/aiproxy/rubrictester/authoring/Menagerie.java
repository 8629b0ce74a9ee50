package org.code.aiproxy.rubrictester.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;

/**
 * The Menagerie set: programs of first-year students that several people graded after the fact (M.
 * Messer et al., <a href="https://arxiv.org/abs/2409.12967">arXiv 2409.12967</a>).
 *
 * @param programs each program's text, by its number; only those that were graded on every skill
 * @param graders for each grader the labels by program and skill
 * @param leftOut what can't be used, each a sentence
 */
public record Menagerie(
        SequencedMap<String, String> programs,
        SequencedMap<String, SequencedMap<String, SequencedMap<String, Label>>> graders,
        List<String> leftOut) {

    /** The key concepts, as the rubric has them. */
    public static final List<String> SKILLS =
            List.of("Correctness", "Code Elegance", "Readability", "Documentation");

    private static final Comparator<Label> WORST_FIRST = Comparator.reverseOrder();

    public Menagerie {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads {@code grades.csv} and {@code programs.zip}.
     *
     * @throws InvalidDataException when they can't be read; the message names the place
     */
    public static Menagerie read(Path folder) {
        List<MenagerieGrade> grades = MenagerieGrades.read(folder.resolve(MenagerieGrades.FILE));
        SequencedMap<String, String> programs =
                MenageriePrograms.read(folder.resolve(MenageriePrograms.FILE));
        List<String> leftOut = new ArrayList<>();
        grades.stream()
                .map(MenagerieGrade::skill)
                .filter(skill -> !SKILLS.contains(skill))
                .distinct()
                .forEach(skill -> leftOut.add("Unknown skill, left out: " + skill));
        SequencedMap<String, SequencedMap<String, SequencedMap<String, Label>>> graders =
                new TreeMap<>();
        grades.stream()
                .filter(it -> SKILLS.contains(it.skill()) && programs.containsKey(it.assignment()))
                .forEach(it ->
                        graders.computeIfAbsent(it.grader(), _ -> new TreeMap<>())
                                .computeIfAbsent(it.assignment(), _ -> new LinkedHashMap<>())
                                .put(it.skill(), it.label()));
        grades.stream()
                .map(MenagerieGrade::assignment)
                .filter(it -> !programs.containsKey(it))
                .distinct()
                .forEach(it -> leftOut.add("No program of assignment %s.".formatted(it)));
        Menagerie all = new Menagerie(programs, graders, leftOut);
        return all.complete();
    }

    private Menagerie complete() {
        SequencedMap<String, String> graded = new LinkedHashMap<>();
        List<String> more = new ArrayList<>(leftOut);
        programs.forEach((program, text) -> {
            if (SKILLS.stream().allMatch(skill -> !labels(program, skill).isEmpty())) {
                graded.put(program, text);
            } else {
                more.add("Program %s lacks a grade, left out.".formatted(program));
            }
        });
        if (graded.isEmpty()) {
            throw new InvalidDataException(
                    "No program was graded on all of %s.".formatted(String.join(", ", SKILLS)));
        }
        return new Menagerie(graded, graders, more);
    }

    /** What the graders come to: the median label, of two in the middle the worse. */
    public Label label(String program, String skill) {
        List<Label> labels = labels(program, skill).stream().sorted(WORST_FIRST).toList();
        return labels.get((labels.size() - 1) / 2);
    }

    private List<Label> labels(String program, String skill) {
        return graders.values().stream()
                .map(given -> given.get(program))
                .filter(given -> given != null && given.containsKey(skill))
                .map(given -> given.get(skill))
                .toList();
    }
}
