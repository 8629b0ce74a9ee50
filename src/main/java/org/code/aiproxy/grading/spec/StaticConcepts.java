package org.code.aiproxy.grading.spec;

import java.util.List;

/**
 * The key concepts of a lesson that its decision trees answer, without a model.
 *
 * @param lesson the lesson's id; blank where none is named
 * @param names key concepts of the rubric, each with a decision tree
 */
public record StaticConcepts(String lesson, List<String> names) {

    static final StaticConcepts NONE = new StaticConcepts("", List.of());

    public StaticConcepts {
        names = List.copyOf(names);
    }
}
