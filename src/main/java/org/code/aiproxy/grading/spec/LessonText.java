package org.code.aiproxy.grading.spec;

import java.util.List;
import org.code.aiproxy.grading.prompt.Example;

/**
 * What authors write for a lesson.
 *
 * @param prompt the system prompt
 * @param rubric the rubric as CSV
 * @param examples programs with the responses wanted
 */
public record LessonText(String prompt, String rubric, List<Example> examples) {

    public LessonText {
        examples = List.copyOf(examples);
    }

    /** The same without examples. */
    public LessonText withoutExamples() {
        return new LessonText(prompt, rubric, List.of());
    }

    /** How much memory it takes, in characters. */
    int length() {
        return prompt.length()
                + rubric.length()
                + examples.stream()
                        .mapToInt(it -> it.program().length() + it.response().length())
                        .sum();
    }

    /** Leaves the texts out: a program may be among them. */
    @Override
    public String toString() {
        return "LessonText[%d examples]".formatted(examples.size());
    }
}
