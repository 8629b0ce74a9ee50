package org.code.aiproxy.grading.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Message;
import org.junit.jupiter.api.Test;

class PromptTests {

    private static final Program ONE = new Program("one();");
    private static final Program OTHER = new Program("other();");

    private final Prompt prompt =
            new Prompt(
                    "Grade.",
                    Rubric.parse("Key Concept\nSprites\n"),
                    List.of(new Example("draw();", "Sprites\tNo Evidence")));

    @Test
    void sharesAllButTheProgramWithOtherPrograms() {
        List<Message> one = marked(ONE);
        List<Message> other = marked(OTHER);

        assertThat(one.subList(0, 3)).isEqualTo(other.subList(0, 3));
        assertThat(one.getLast().sharedText())
                .isEqualTo(Boundary.LEAD_IN)
                .isEqualTo(other.getLast().sharedText());
        assertThat(one.getLast().ownText()).contains("\none();\n");
    }

    @Test
    void marksExamplesAndTheProgramInTheirOwnWays() {
        List<Message> messages = marked(ONE);

        assertThat(messages.get(0).content()).contains("<<<EXAMPLE_PROGRAM>>>");
        assertThat(messages.get(1).content()).isEqualTo(Boundary.wrapExample("draw();"));
        assertThat(messages.get(3).content()).doesNotContain("EXAMPLE_PROGRAM");
    }

    @Test
    void leavesThePlainLayoutPlain() {
        assertThat(plain())
                .extracting(Message::content)
                .containsExactly(
                        "Grade.\n\nRubric:\n" + prompt.rubric().text(),
                        "draw();",
                        "Sprites\tNo Evidence",
                        "one();");
        assertThat(plain().getLast().sharedLength()).isZero();
    }

    private List<Message> marked(Program program) {
        return Stream.concat(
                        prompt.markedOpening().stream(),
                        Stream.of(Prompt.turn(program, Boundary.around(program))))
                .toList();
    }

    private List<Message> plain() {
        return Stream.concat(prompt.opening().stream(), Stream.of(Prompt.turn(ONE))).toList();
    }
}
