package org.code.aiproxy.rubrictester.report.html;

import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Scale;

/**
 * People's label of a key concept beside the AI's.
 *
 * @param people what people gave
 * @param ai what the AI gave
 * @param scale how finely the report tells labels apart
 */
record Comparison(Label people, Label ai, Scale scale) {

    /**
     * By how many of the four labels the AI is off, over 0 where it is too generous; 0 where it is
     * right on the report's scale.
     */
    int error() {
        return scale.number(people) == scale.number(ai)
                ? 0
                : Scale.EXACT.number(ai) - Scale.EXACT.number(people);
    }
}
