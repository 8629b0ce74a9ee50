package org.code.aiproxy.grading.prompt;

import com.github.benmanes.caffeine.cache.Interner;
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

    private static final Interner<Message> SHARED = Interner.newWeakInterner();

    public Prompt {
        examples = List.copyOf(examples);
    }

    /** The same with another rubric. */
    public Prompt withRubric(Rubric other) {
        return new Prompt(instructions, other, examples);
    }

    /**
     * The conversation that ends with the program between markers. All before the program is the
     * same for every program.
     */
    public List<Message> messagesFor(Program program, Boundary boundary) {
        List<Example> wrapped =
                examples.stream()
                        .map(example ->
                                new Example(
                                        Boundary.wrapExample(example.program()),
                                        example.response()))
                        .toList();
        String told = instructions + Boundary.instructions(!examples.isEmpty());
        return new Prompt(told, rubric, wrapped)
                .messages(Message.user(Boundary.LEAD_IN, boundary.wrap(program)));
    }

    /** The conversation that ends with the program to be graded, as it is. */
    public List<Message> messagesFor(Program program) {
        return messages(Message.user(program.code()));
    }

    /** One copy for all requests that are under way: a lesson's text can be long. */
    private static Message shared(Message message) {
        return SHARED.intern(message.shared());
    }

    private List<Message> messages(Message last) {
        List<Message> messages = new ArrayList<>();
        messages.add(shared(Message.system(instructions + RUBRIC_HEADING + rubric.text())));
        for (Example example : examples) {
            messages.add(shared(Message.user(example.program())));
            messages.add(shared(Message.assistant(example.response())));
        }
        messages.add(last);
        return List.copyOf(messages);
    }
}
