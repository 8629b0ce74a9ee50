package org.code.aiproxy.grading.spec;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * From what confidence on a label needs no person, as {@code selective.json} says it.
 *
 * @param all for every key concept that has no threshold of its own, if there is such a threshold
 * @param byConcept for single key concepts
 */
public record ReviewRule(OptionalDouble all, Map<String, Double> byConcept) {

    /** Nothing is said of any label. */
    public static final ReviewRule NONE = new ReviewRule(OptionalDouble.empty(), Map.of());

    /** What numbers lose in binary, and more. */
    private static final double ROUNDING = 1e-9;

    public ReviewRule {
        byConcept = Map.copyOf(byConcept);
    }

    /** One threshold for all key concepts. */
    public static ReviewRule below(double threshold) {
        return new ReviewRule(OptionalDouble.of(threshold), Map.of());
    }

    /** Whether labels are to be marked at all. */
    public boolean isGiven() {
        return all.isPresent() || !byConcept.isEmpty();
    }

    /** Whether a label with this confidence needs no person. */
    public boolean trusts(String concept, double confidence) {
        OptionalDouble threshold =
                byConcept.containsKey(concept) ? OptionalDouble.of(byConcept.get(concept)) : all;
        return threshold.isPresent() && confidence >= threshold.getAsDouble() - ROUNDING;
    }
}
