package org.code.aiproxy.completion;

import java.util.List;

/** What came of reading one completion. */
public sealed interface Reading {

    /**
     * The completion labels every key concept of the rubric.
     *
     * @param rows what it says, in its own order. A key concept can have several rows that
     *     contradict each other; the first is the one to go by.
     */
    record Usable(List<LabelledConcept> rows) implements Reading {
        public Usable {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The completion can't be used.
     *
     * @param problem what is wrong with it, without quoting it
     * @param cutOff whether the model was cut off for length, so that asking again won't help
     */
    record Unusable(String problem, boolean cutOff) implements Reading {}
}
