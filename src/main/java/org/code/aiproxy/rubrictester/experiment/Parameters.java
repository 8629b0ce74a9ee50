package org.code.aiproxy.rubrictester.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.AssessmentField.Place;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;

/** Holds a lesson's {@code params.json} to the keys that it may and should have. */
final class Parameters {

    private static final List<String> KNOWN =
            AssessmentField.of(Place.PARAMS).stream().map(AssessmentField::text).toList();
    private static final List<String> REQUIRED =
            Stream.of(
                            AssessmentField.MODEL,
                            AssessmentField.NUM_RESPONSES,
                            AssessmentField.TEMPERATURE)
                    .map(AssessmentField::text)
                    .toList();
    private static final String DEPRECATED = "num-passing-grades";

    private Parameters() {}

    /**
     * Checks the keys; the service checks the values.
     *
     * @param given the keys that are there
     * @param lesson the lesson's id, for messages
     * @return warnings, each a sentence
     * @throws InvalidDataException when a key is unknown
     */
    static List<String> check(Set<String> given, String lesson) {
        List<String> missing = REQUIRED.stream().filter(it -> !given.contains(it)).toList();
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(Set.copyOf(KNOWN));
        List<String> warnings = new ArrayList<>();
        if (!missing.isEmpty()) {
            warnings.add(
                    "params.json of %s doesn't set %s, so the defaults of today are used; set them to compare runs later."
                            .formatted(lesson, String.join(", ", missing)));
        }
        if (unknown.remove(DEPRECATED)) {
            warnings.add(
                    "params.json of %s has %s, which does nothing any more; remove it."
                            .formatted(lesson, DEPRECATED));
        }
        if (!unknown.isEmpty()) {
            throw new InvalidDataException(
                    "params.json of %s has unknown keys: %s. Use only %s."
                            .formatted(
                                    lesson, String.join(", ", unknown), String.join(", ", KNOWN)));
        }
        return warnings;
    }
}
