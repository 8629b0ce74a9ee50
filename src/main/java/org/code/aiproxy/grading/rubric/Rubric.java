package org.code.aiproxy.grading.rubric;

import java.util.List;

/**
 * What a program is graded by.
 *
 * @param text the CSV as it was given, which is what a model sees
 * @param keyConcepts its rows in order, each name once
 */
public record Rubric(String text, List<KeyConcept> keyConcepts) {

    public Rubric {
        keyConcepts = List.copyOf(keyConcepts);
    }

    /**
     * Reads a rubric from CSV with a {@code Key Concept} column and one column for each label.
     *
     * @throws InvalidRubricException when there is no such column or no key concept
     */
    public static Rubric parse(String csv) {
        return new RubricParser().parse(csv);
    }

    /** The rubric's part about some key concepts, all columns of it. */
    public Rubric only(List<String> names) {
        return names().equals(names) ? this : new RubricParser().select(text, names);
    }

    /** The names of the key concepts, in order. */
    public List<String> names() {
        return keyConcepts.stream().map(KeyConcept::name).toList();
    }
}
