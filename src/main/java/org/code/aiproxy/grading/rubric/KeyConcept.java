package org.code.aiproxy.grading.rubric;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a rubric.
 *
 * @param name what the rubric calls it; models, callers and people who label use the same name
 * @param descriptions what a program must show for each label; a rubric may leave some out
 */
public record KeyConcept(String name, Map<Label, String> descriptions) {

    public KeyConcept {
        descriptions = Map.copyOf(descriptions);
    }

    /** What a program must show to get the label, if the rubric says. */
    public Optional<String> description(Label label) {
        return Optional.ofNullable(descriptions.get(label));
    }
}
