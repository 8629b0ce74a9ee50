package org.code.aiproxy.grading.baseline;

import org.code.aiproxy.grading.feature.CodeFeatures;

/**
 * How many of something a program must have.
 *
 * @param subject what is counted
 * @param least the lowest number that will do; 0 where the program must have none of it
 */
record Requirement(Subject subject, int least) {

    boolean isMetBy(CodeFeatures features) {
        int count = subject.in(features).size();
        return least == 0 ? count == 0 : count >= least;
    }
}
