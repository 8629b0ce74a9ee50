package org.code.aiproxy.rubrictester.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.code.aiproxy.grading.assessment.RequestFields;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;

/** Holds a lesson's {@code params.json} to the keys that it may and must have. */
final class Parameters {

    private static final List<String> REQUIRED = List.of("model", "num-responses", "temperature");
    private static final List<String> OPTIONAL =
            List.of(
                    "remove-comments",
                    "response-type",
                    "lesson",
                    "code-feature-extractor",
                    "adaptive-votes",
                    "legacy-prompt",
                    "reasoning-effort");
    private static final String DEPRECATED = "num-passing-grades";

    private Parameters() {}

    /**
     * Checks the keys; the service checks the values.
     *
     * @param lesson the lesson's id, for messages
     * @return warnings, each a sentence
     * @throws InvalidDataException when a key is missing or unknown
     */
    static List<String> check(RequestFields parameters, String lesson) {
        Set<String> given = parameters.values().keySet();
        List<String> missing = REQUIRED.stream().filter(it -> !given.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidDataException(
                    "params.json of %s lacks %s.".formatted(lesson, String.join(", ", missing)));
        }
        List<String> known = Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        List<String> warnings = new ArrayList<>();
        if (unknown.remove(DEPRECATED)) {
            warnings.add(
                    "params.json of %s has %s, which does nothing any more; remove it."
                            .formatted(lesson, DEPRECATED));
        }
        if (!unknown.isEmpty()) {
            throw new InvalidDataException(
                    "params.json of %s has what nobody knows: %s. Known are %s."
                            .formatted(
                                    lesson, String.join(", ", unknown), String.join(", ", known)));
        }
        return warnings;
    }
}
