package org.code.aiproxy.model.decision;

import java.util.List;

/** What a model decided about one question. */
public sealed interface Answer {

    /** The model didn't answer this question, or not in a form that can be read. */
    record None(String reason) implements Answer {}

    /**
     * How likely each level is.
     *
     * @param probabilities one for each level, in the question's order, 0 to 1, together 1
     */
    record Distribution(List<Double> probabilities) implements Answer {

        private static final double ROUNDING = 0.01;

        public Distribution {
            probabilities = List.copyOf(probabilities);
            double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
            boolean isOne = Math.abs(sum - 1) <= ROUNDING;
            if (!isOne || probabilities.stream().anyMatch(it -> it < 0 || it > 1)) {
                throw new IllegalArgumentException("probabilities " + probabilities);
            }
        }

        /** The index of the most probable level; of several, the lowest. */
        public int mostProbable() {
            int best = 0;
            for (int i = 1; i < probabilities.size(); i++) {
                best = probabilities.get(i) > probabilities.get(best) ? i : best;
            }
            return best;
        }
    }
}
