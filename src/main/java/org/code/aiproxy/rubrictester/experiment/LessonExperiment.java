package org.code.aiproxy.rubrictester.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.code.aiproxy.grading.assessment.RequestFields;
import org.code.aiproxy.grading.lesson.InvalidLessonException;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;

/**
 * How an experiment has a lesson's programs labelled.
 *
 * @param name the experiment's name
 * @param id the lesson's id
 * @param configuration parameters, prompt, rubric and examples, with what the command line changed
 * @param rubric the rubric, read
 * @param warnings what a person should know of the parameters, each a sentence
 */
public record LessonExperiment(
        String name, String id, Lesson configuration, Rubric rubric, List<String> warnings) {

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
            String name, String id, Path folder, RequestFields overrides) {
        try {
            Lesson lesson = Lesson.read(folder);
            List<String> warnings = Parameters.check(lesson.params(), id);
            return new LessonExperiment(
                    name,
                    id,
                    lesson.withParams(lesson.params().with(overrides)),
                    Rubric.parse(lesson.rubric()),
                    warnings);
        } catch (InvalidRubricException e) {
            throw new InvalidDataException(
                    "The experiment in %s can't be used: standard_rubric.csv %s."
                            .formatted(folder, e.getMessage()),
                    e);
        } catch (InvalidLessonException e) {
            throw new InvalidDataException(
                    "The experiment in %s can't be used: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** The request that the school platform's backend would send for a program. */
    RequestFields fieldsFor(String code) {
        return configuration.fields(code);
    }

    /** Tells requests apart: SHA-256 of a program, and of all that goes with it but any key. */
    public String fingerprint(StudentProgram program) {
        return Fingerprint.of(fieldsFor(program.code()));
    }

    /** The parameters as text, by name. */
    public Map<String, String> parameters() {
        Map<String, String> texts = new TreeMap<>();
        configuration
                .params()
                .values()
                .forEach((key, values) -> texts.put(key, String.join(", ", values)));
        return texts;
    }
}
