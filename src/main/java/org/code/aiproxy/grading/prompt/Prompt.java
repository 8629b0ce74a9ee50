package org.code.aiproxy.grading.prompt;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Message;

/**
 * What a model is told about the task, apart from the program.
 *
 * @param instructions the system prompt as curriculum authors write it
 * @param rubric what programs are graded by
 * @param examples programs with the responses wanted, shown as earlier turns
 */
public record Prompt(String instructions, Rubric rubric, List<Example> examples) {

    /** Stands between the instructions and the rubric, on a line of its own. */
    public static final String RUBRIC_HEADING = "\n\nRubric:\n";

    public Prompt {
        examples = List.copyOf(examples);
    }

    /** The same with another rubric. */
    public Prompt withRubric(Rubric other) {
        return new Prompt(instructions, other, examples);
    }

    /**
     * The conversation before the program, where programs stand between markers. It is the same for
     * every program.
     */
    public List<Message> markedOpening() {
        List<Example> wrapped =
                examples.stream()
                        .map(example ->
                                new Example(
                                        Boundary.wrapExample(example.program()),
                                        example.response()))
                        .toList();
        String told = instructions + Boundary.instructions(!examples.isEmpty());
        return new Prompt(told, rubric, wrapped).opening();
    }

    /** The conversation before the program, the same for every program. */
    public List<Message> opening() {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(instructions + RUBRIC_HEADING + rubric.text()).shared());
        for (Example example : examples) {
            messages.add(Message.user(example.program()).shared());
            messages.add(Message.assistant(example.response()).shared());
        }
        return List.copyOf(messages);
    }

    /**
     * The instructions without rubric and examples, as the user's turn; the same for every program.
     */
    public Message task() {
        return Message.user(instructions + Boundary.instructions(false)).shared();
    }

    /** The turn with the program to be graded, between markers. */
    public static Message turn(Program program, Boundary boundary) {
        return Message.user(Boundary.LEAD_IN, boundary.wrap(program));
    }

    /** The turn with the program to be graded, as it is. */
    public static Message turn(Program program) {
        return Message.user(program.code());
    }
}
