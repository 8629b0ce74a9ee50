package org.code.aiproxy.grading.prompt;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Message;

/**
 * What a model is told that points at places in a program, for labels that others gave.
 *
 * @param rubric what the program was graded by
 * @param labels by key concept, those alone that evidence is wanted of
 */
public record EvidencePrompt(Rubric rubric, SequencedMap<String, Label> labels) {

    private static final String TASK =
            """
            A student's program was graded by a rubric, and its labels are final: don't grade it again. \
            For each key concept below, point at the lines of the program that show why it got its \
            label. Answer with a JSON array of objects, one for each of these key concepts, with the \
            keys "Key Concept" and "Evidence" and no others, and write nothing else. "Evidence" is one \
            line of text with at most five items such as: Line 3: Creates a sprite \
            `var p = createSprite(1, 2);` Lines 4-6: Moves it `while (p.x < 9) {`. It is an empty text \
            where no line shows anything of the key concept.\
            """;

    private static final String LABELS = "\n\nThe key concepts and their labels:\n";

    /** The conversation about a program. */
    public List<Message> messages(Program program, Boundary boundary) {
        Rubric shown = rubric.only(List.copyOf(labels.keySet()));
        return List.of(
                Message.system(
                        TASK
                                + Boundary.instructions(false)
                                + LABELS
                                + labels.entrySet().stream()
                                        .map(EvidencePrompt::line)
                                        .collect(Collectors.joining("\n"))
                                + Prompt.RUBRIC_HEADING
                                + shown.text()),
                Prompt.turn(program, boundary));
    }

    private static String line(Map.Entry<String, Label> label) {
        return "- %s: %s".formatted(label.getKey(), label.getValue().text());
    }
}
