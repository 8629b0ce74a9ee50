package org.code.aiproxy.grading.response;

import java.util.List;

/** What came of reading one completion. */
public sealed interface Reading {

    /**
     * What it says of key concepts; of each that it was asked about where it is usable, else of
     * some at the most.
     */
    List<LabelledConcept> rows();

    /**
     * The completion labels every key concept that it was asked about.
     *
     * @param rows what it says, in its own order. A key concept can have several rows that
     *     contradict each other; the first is the one to go by.
     * @param repaired whether it had to be repaired
     * @param hasDrafts whether it holds other answers that say something else and were left out:
     *     drafts, reasoning, quotations
     */
    record Usable(List<LabelledConcept> rows, boolean repaired, boolean hasDrafts)
            implements Reading {
        public Usable {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The completion can't be used as it is.
     *
     * @param defect what is wrong with it
     * @param problem the same in words, which quote no more of it than a label
     * @param cutOff whether the model was cut off for length, so that asking again won't help
     * @param rows those whose meaning is certain anyway, one for a key concept
     */
    record Unusable(Defect defect, String problem, boolean cutOff, List<LabelledConcept> rows)
            implements Reading {
        public Unusable {
            rows = List.copyOf(rows);
        }
    }
}
