package org.code.aiproxy.rubrictester.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.lesson.InvalidLessonException;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;

/**
 * How an experiment has a lesson's programs labelled.
 *
 * @param name the experiment's name
 * @param id the lesson's id
 * @param spec parameters, prompt, rubric and examples, with what the command line changed
 * @param rubric the rubric, read
 * @param warnings what a person should know of the parameters, each a sentence
 */
public record LessonExperiment(
        String name, String id, SpecDraft spec, Rubric rubric, List<String> warnings) {

    public LessonExperiment {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a lesson's folder.
     *
     * @param overrides parameters that count instead of the folder's
     * @throws InvalidDataException when a file is missing or can't be used
     */
    public static LessonExperiment read(
            String name, String id, Path folder, SpecOverrides overrides) {
        try {
            Lesson lesson = Lesson.read(folder);
            List<String> warnings = Parameters.check(lesson.parameters(), id);
            return new LessonExperiment(
                    name,
                    id,
                    lesson.spec().with(overrides),
                    described(Rubric.parse(lesson.spec().text().rubric())),
                    warnings);
        } catch (InvalidRubricException e) {
            throw new InvalidDataException(
                    "The experiment in %s is invalid: standard_rubric.csv %s."
                            .formatted(folder, e.getMessage()),
                    e);
        } catch (InvalidFieldException e) {
            throw new InvalidDataException(
                    "The experiment's lesson %s can't be run: `%s` %s"
                            .formatted(id, e.field(), e.getMessage()),
                    e);
        } catch (InvalidLessonException e) {
            throw new InvalidDataException(
                    "The experiment in %s is invalid: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** A rubric whose columns are none of the labels would have everything labelled alike. */
    private static Rubric described(Rubric rubric) {
        boolean describesNothing =
                rubric.keyConcepts().stream()
                        .allMatch(concept ->
                                Stream.of(Label.values())
                                        .allMatch(it -> concept.description(it).isEmpty()));
        if (describesNothing) {
            throw new InvalidDataException(
                    "standard_rubric.csv describes no label: name its columns %s."
                            .formatted(
                                    Stream.of(Label.values())
                                            .map(Label::text)
                                            .collect(Collectors.joining(", "))));
        }
        return rubric;
    }

    /** Tells requests apart: SHA-256 of a program, and of all that goes with it but any key. */
    public String fingerprint(StudentProgram program) {
        return spec.fingerprint(program.code());
    }

    /** The parameters as text, by name. */
    public Map<String, String> parameters() {
        return spec.parameters();
    }
}
