package org.code.aiproxy.model.decision;

import java.util.List;

/**
 * Which level of a scale something reaches.
 *
 * @param name what the answer is found by
 * @param instructions the question
 * @param levels two to ten, the lowest first
 */
public record Question(String name, String instructions, List<Level> levels) {

    /** As few and as many levels as OpenAI takes. */
    private static final int FEWEST = 2;

    private static final int MOST = 10;

    public Question {
        levels = List.copyOf(levels);
        if (levels.size() < FEWEST || levels.size() > MOST) {
            throw new IllegalArgumentException("%d levels".formatted(levels.size()));
        }
    }

    /**
     * A level.
     *
     * @param label its name
     * @param description what reaches it; possibly empty
     */
    public record Level(String label, String description) {}
}
